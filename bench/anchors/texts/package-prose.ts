import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFolder } from '../../../src/store/paths.ts';

/** Manuals of packages that this one depends on. */
const MANUALS = [
  'dataloader/README.md',
  'commander/Readme.md',
  'pino/docs/transports.md',
  'pino/docs/help.md',
  'pino/docs/asynchronous.md',
  'pino/docs/child-loggers.md',
  'pino/docs/redaction.md',
  'pino/docs/lts.md',
];

/** The shortest and the longest paragraph that is taken, in UTF-16 code units. */
const SHORTEST = 130;
const LONGEST = 900;

/** Paragraphs of prose out of the manuals, without code, lists, tables and marks of Markdown. */
export async function packageProse(): Promise<string[]> {
  const manuals = await Promise.all(
    MANUALS.map((name) => readFile(join(packageFolder, 'node_modules', name), 'utf8')),
  );
  return manuals.flatMap(paragraphsOf);
}

function paragraphsOf(markdown: string): string[] {
  return markdown
    .replace(/^(```+)[\s\S]*?^\1/gm, '')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/^> ?/gm, '').replace(/\s+/g, ' ').trim())
    .filter((paragraph) => /^[A-Z]/.test(paragraph) && paragraph.endsWith('.'))
    .map(withoutMarks)
    .filter(({ length }) => length >= SHORTEST && length <= LONGEST);
}

function withoutMarks(paragraph: string): string {
  return paragraph
    .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/<[^>]+>/g, '')
    .replace(/\*\*|__|`/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
