import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { read } from '../../../src/readers/index.ts';
import { seedFolder } from '../../../src/store/paths.ts';
import type { ArticleBlock } from '../../../src/text/article.ts';
import { normalizeText } from '../../../src/text/normalize.ts';

/** The texts of the sample article's blocks, headings and items of lists among them, in order. */
export async function sampleProse(): Promise<string[]> {
  const source = await readFile(join(seedFolder, 'secret-speech.txt'), 'utf8');
  return textsOf(read('PLAIN_WIKI', normalizeText(source)).blocks);
}

function textsOf(blocks: readonly ArticleBlock[]): string[] {
  return blocks.flatMap(({ text, children }) => [...(text === null ? [] : [text]), ...textsOf(children)]);
}
