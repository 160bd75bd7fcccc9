import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { packageFolder } from '../src/store/paths.ts';

/** A page of figures: its words, with a place for the figures, and where it is written to. */
export interface Page {
  template: string;
  file: string;
}

export const PERFORMANCE: Page = {
  template: join(packageFolder, 'bench', 'performance-template.md'),
  file: join(packageFolder, 'docs', 'performance.md'),
};
export const ANCHORING: Page = {
  template: join(packageFolder, 'bench', 'anchors', 'figures-template.md'),
  file: join(packageFolder, 'docs', 'anchoring-figures.md'),
};

const BEGIN = /<!-- figures: [^>]* -->/;
const END = '<!-- end of the figures -->';

/** Writes a page of figures anew from its template. @returns where it is, from the working directory. */
export async function writePage(report: string, page: Page): Promise<string> {
  const template = await readFile(page.template, 'utf8');
  const begin = BEGIN.exec(template);
  const end = template.indexOf(END);
  if (begin === null || end < begin.index) throw new Error(`${page.template} lacks its two markers`);
  const before = template.slice(0, begin.index + begin[0].length);
  await writeFile(page.file, `${before}\n\n${report}\n\n${template.slice(end)}`);
  return relative('.', page.file);
}
