import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { read } from '../../src/readers/index.ts';
import { writePlainWiki } from '../../src/readers/plain-wiki-writer.ts';
import type { ArticleBlock } from '../../src/text/article.ts';
import { layOut } from '../../src/text/layout.ts';

const source = readFileSync(new URL('../../prisma/seed/secret-speech.txt', import.meta.url), 'utf8');
const article = read('PLAIN_WIKI', source);
const { blocks, text } = layOut(article.blocks);

function count(kind: ArticleBlock['kind']): number {
  return blocks.filter((block) => block.kind === kind).length;
}

function words(block: { start: number; end: number } | undefined): string {
  return block === undefined ? '' : text.slice(block.start, block.end);
}

test('the sample has its title and its sections', () => {
  expect(article.title).toBe('On the Cult of Personality and Its Consequences');
  expect(article.blocks.map((block) => [block.kind, block.level ?? null])).toEqual([
    ['PARAGRAPH', null],
    ['PARAGRAPH', null],
    ...new Array(7).fill(['SECTION', 1]),
  ]);
  expect(article.blocks.slice(2).map((block) => block.text)).toEqual([
    'Background to the Speech',
    'Speech',
    'Summary',
    'Circulation of the Speech',
    'Influence and Impacts',
    'Criticism',
    'See also',
  ]);
});

test('the sample has its paragraphs, items and quotes', () => {
  expect(count('PARAGRAPH')).toBe(25);
  expect(count('LIST_ITEM')).toBe(18);
  expect(count('BLOCK_QUOTE')).toBe(2);
  const summary = blocks.find(({ ref }) => ref === '5');
  const items = blocks.filter(({ kind, ref }) => kind === 'LIST_ITEM' && ref.startsWith('5.'));
  const perLevel = [1, 2, 3, 4].map(
    (level) => items.filter(({ depth }) => depth - (summary?.depth ?? 0) === 2 * level).length,
  );
  expect(perLevel).toEqual([3, 10, 4, 0]);
});

test('the quotes are the two under Criticism', () => {
  const quotes = blocks.filter(({ kind }) => kind === 'BLOCK_QUOTE');
  expect(quotes.map(({ ref }) => ref)).toEqual(['8.2', '8.4']);
  expect(words(quotes[0])).toMatch(/^Stalin had simply been a criminal and a maniac/);
  expect(words(quotes[1])).toMatch(/^It \(the speech\) was an undesirable/);
});

test('the sample is written as it was, up to blank lines', () => {
  const withoutBlankLines = (written: string) => written.replace(/\n{2,}/g, '\n');
  expect(withoutBlankLines(writePlainWiki(article))).toBe(withoutBlankLines(source));
});
