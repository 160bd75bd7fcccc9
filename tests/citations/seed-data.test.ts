import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Selector } from '../../src/annotations/input.ts';
import { resolveSelector, type Target } from '../../src/annotations/targets.ts';
import { readCitations } from '../../src/citations/exchange/citations-file.ts';
import { readSources } from '../../src/citations/exchange/read.ts';
import { checkKey } from '../../src/citations/sources/keys.ts';
import { checkSource } from '../../src/citations/sources/source-input.ts';
import { read } from '../../src/readers/index.ts';
import { revisionOfBlocks } from '../support/revision.ts';

const words = z.string().regex(/^\S+(?: \S+)*$/);
const name = z.union([
  z.strictObject({ family: words, given: words.optional() }),
  z.strictObject({ literal: words }),
]);
const sourceShape = z.strictObject({
  id: z.string().regex(/^[a-z]+(?:\d{4})?$/),
  type: z.enum(['article-newspaper', 'document', 'personal_communication', 'report', 'speech']),
  genre: words.optional(),
  title: words.optional(),
  'title-short': words.optional(),
  'original-title': words.optional(),
  'container-title': words.optional(),
  publisher: words.optional(),
  'event-title': words.optional(),
  'event-place': words.optional(),
  author: z.tuple([name]).optional(),
  recipient: z.tuple([name]).optional(),
  issued: z.strictObject({ 'date-parts': z.tuple([z.array(z.int()).min(1).max(3)]) }).optional(),
});
type SeedSource = z.infer<typeof sourceShape>;

const MONTHS = ['February', 'March', 'June'];
const MONTH_NUMBERS = [2, 3, 6];

const seed = (file: string) => readFileSync(new URL(`../../prisma/seed/${file}`, import.meta.url), 'utf8');
const sources = z.array(sourceShape).parse(JSON.parse(seed('sources.json')));
const citations = readCitations(seed('citations.jsonl'));
const article = read('PLAIN_WIKI', seed('secret-speech.txt'));
const revision = revisionOfBlocks(article.blocks);

function resolve(selector: Selector): Target {
  return resolveSelector(revision, selector, 'en');
}

function exactOf(selector: Selector): string {
  if (selector.kind !== 'quote') throw new Error('A citation of the sample names its words');
  return selector.exact;
}

/** What a source says in words of its own, but for its key and its type. */
function phrasesOf({
  id: _id,
  type: _type,
  author,
  recipient,
  issued: _issued,
  ...texts
}: SeedSource): string[] {
  const names = [...(author ?? []), ...(recipient ?? [])].map((one) =>
    'literal' in one ? one.literal : [one.given, one.family].filter((part) => part !== undefined).join(' '),
  );
  return [...names, ...Object.values(texts)];
}

/** The parts of a date as the article writes them: `30 June 1956`, or a month and a year that stand apart. */
function datePhrases([year, month, day]: readonly number[]): string[] {
  const name = MONTHS[MONTH_NUMBERS.indexOf(month ?? 0)];
  return day === undefined
    ? [`${year}`, ...(month === undefined ? [] : [`${name}`])]
    : [`${day} ${name} ${year}`];
}

function stands(phrase: string): boolean {
  const literal = phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'u').test(revision.text);
}

test('the sources are in the order of their keys, none twice', () => {
  const keys = sources.map(({ id }) => id);
  expect(keys).toEqual([...new Set(keys)].toSorted());
});

test('no source says anything that the article does not say', () => {
  const invented = sources.flatMap((source) => {
    const dates = datePhrases(source.issued?.['date-parts'][0] ?? []);
    return [...phrasesOf(source), ...(source.issued === undefined ? [] : dates)].filter(
      (said) => !stands(said),
    );
  });
  expect(invented).toEqual([]);
});

test('every source is read whole, and valid as it is', () => {
  const read = readSources(seed('sources.json'), 'csl-json').map((source) => {
    if ('refused' in source) throw new Error(source.refused);
    expect(checkSource(source.content), `source ${source.key}`).toEqual(source.content);
    return { key: checkKey(source.key ?? ''), dropped: source.dropped, issued: source.content.issued };
  });
  const issued = new Map([
    ['centralcommittee1956', '1956-06-30'],
    ['getty1985', '1985'],
    ['khrushchev1956', '1956-02-25'],
    ['kolakowski1978', '1978'],
    ['newyorktimes1956', '1956-06-05'],
    ['pospelov1956', '1956'],
    ['rettie1956', '1956-03'],
  ]);
  expect(read).toEqual(sources.map(({ id }) => ({ key: id, dropped: [], issued: issued.get(id) ?? null })));
});

test('the year in a key is the year of the source', () => {
  for (const { id, issued } of sources)
    expect(/\d+$/.exec(id)?.[0] ?? null, id).toBe(issued?.['date-parts'][0][0]?.toString() ?? null);
});

test('the works of the four scholars have no title, and a year where the article gives one', () => {
  const scholars = ['amzad', 'getty1985', 'kolakowski1978', 'roberts'].map((key) =>
    sources.find(({ id }) => id === key),
  );
  expect(scholars.map((source) => Object.keys(source ?? {}))).toEqual([
    ['id', 'type', 'author'],
    ['id', 'type', 'author', 'issued'],
    ['id', 'type', 'author', 'issued'],
    ['id', 'type', 'author'],
  ]);
});

test('every citation is of a source that is there, and every source is cited', () => {
  const cited = new Set(citations.map(({ source }) => source));
  expect([...cited].toSorted()).toEqual(sources.map(({ id }) => id));
});

test('every citation stands in one place, verbatim, in one block', () => {
  for (const { line, target, quoted } of citations)
    for (const selector of quoted === null ? [target] : [target, quoted]) {
      const { quote, range } = resolve(selector);
      expect(quote.exact, `line ${line}`).toBe(exactOf(selector));
      expect(revision.unitsIn(range), `line ${line}`).toHaveLength(1);
    }
});

test('a citation is not cut out of a word', () => {
  const inWord = /[\p{L}\p{N}]/u;
  for (const { line, target, quoted } of citations)
    for (const selector of quoted === null ? [target] : [target, quoted]) {
      const { start, end } = resolve(selector).range;
      expect(inWord.test(revision.text[start - 1] ?? ''), `line ${line}`).toBe(false);
      expect(inWord.test(revision.text[end] ?? ''), `line ${line}`).toBe(false);
    }
});

test('the citations are in the order of the text, and do not overlap', () => {
  const ranges = citations.map(({ target }) => resolve(target).range);
  for (const [index, { start }] of ranges.entries())
    expect(start).toBeGreaterThanOrEqual(ranges[index - 1]?.end ?? 0);
});

test('the words that are quoted follow those that cite, in quotation marks or as a block quote', () => {
  for (const { line, target, quoted } of citations) {
    if (quoted === null) continue;
    const { range } = resolve(quoted);
    expect(range.start, `line ${line}`).toBeGreaterThan(resolve(target).range.end);
    const block = revision.blocks.find(
      ({ kind, start, end }) => kind === 'BLOCK_QUOTE' && start <= range.start && range.end <= end,
    );
    if (block !== undefined) expect([range.start, range.end]).toEqual([block.start, block.end]);
    else {
      expect(revision.text[range.start - 1], `line ${line}`).toBe('"');
      expect(revision.text.slice(range.end, range.end + 2), `line ${line}`).toMatch(/^,?"/);
    }
  }
});

test('both block quotes are quoted', () => {
  const quoted = citations.flatMap(({ quoted }) => (quoted === null ? [] : [resolve(quoted).range.start]));
  const blocks = revision.blocks.filter(({ kind }) => kind === 'BLOCK_QUOTE');
  expect(blocks).toHaveLength(2);
  expect(quoted).toEqual(expect.arrayContaining(blocks.map(({ start }) => start)));
});

test('the citations are as many as were counted by reading', () => {
  expect(sources).toHaveLength(14);
  expect(citations).toHaveLength(20);
  expect(citations.filter(({ quoted }) => quoted !== null)).toHaveLength(7);
});
