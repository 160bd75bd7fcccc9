import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { packageFolder } from '../src/store/paths.ts';

const TEMPLATE = join(packageFolder, 'bench', 'performance-template.md');
const PAGE = join(packageFolder, 'docs', 'performance.md');

const BEGIN = '<!-- figures: written by npm run bench -->';
const END = '<!-- end of the figures -->';

/** Writes the page of figures anew from its template. @returns where it is, from the working directory. */
export async function writePage(report: string): Promise<string> {
  const template = await readFile(TEMPLATE, 'utf8');
  const begin = template.indexOf(BEGIN);
  const end = template.indexOf(END);
  if (begin === -1 || end < begin) throw new Error(`${TEMPLATE} lacks its two markers`);
  const before = template.slice(0, begin + BEGIN.length);
  await writeFile(PAGE, `${before}\n\n${report}\n\n${template.slice(end)}`);
  return relative('.', PAGE);
}
