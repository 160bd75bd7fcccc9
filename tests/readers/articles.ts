import fc from 'fast-check';
import { LIST_LEVEL_LIMIT, SECTION_LEVEL_LIMIT } from '../../src/readers/plain-wiki.ts';
import { readLine, readTitle } from '../../src/readers/plain-wiki-line.ts';
import type { Article, ArticleBlock } from '../../src/text/article.ts';

const characters = fc.constantFrom(
  'a',
  'ł',
  '«',
  '😀',
  '=',
  '-',
  ':',
  ' ',
  '\u0338',
  '\u0301',
  '\u00A0',
  '\u2028',
);
const anyWords = fc
  .string({ unit: characters, minLength: 1, maxLength: 12 })
  .map((text) => text.normalize('NFC').trim())
  .filter((text) => text !== '');

/** A line that is words and nothing else wherever it stands. */
const plainLines = anyWords.filter((text) => readLine(text).kind === 'WORDS' && readTitle(text) === null);
const moreLines = fc.array(plainLines, { maxLength: 2 });
const paragraphTexts = fc.tuple(plainLines, moreLines).map(([first, more]) => [first, ...more].join('\n'));

// What follows '- ' or stands between equals signs may look like other markup, but no heading can be an item.
const itemTexts = fc
  .tuple(anyWords, moreLines)
  .filter(([first]) => readLine(`- ${first}`).kind === 'ITEM')
  .map(([first, more]) => [first, ...more].join('\n'));

function list(items: ArticleBlock[]): ArticleBlock {
  return { kind: 'LIST', text: null, ordered: false, children: items };
}

function item(text: string, children: ArticleBlock[]): ArticleBlock {
  return { kind: 'LIST_ITEM', text, children: children.length === 0 ? [] : [list(children)] };
}

const items = fc.letrec<{ items: ArticleBlock[]; item: ArticleBlock }>((tie) => ({
  items: fc.array(tie('item'), { maxLength: 3, depthIdentifier: 'items' }),
  item: fc
    .tuple(itemTexts, fc.option(tie('items'), { nil: [], maxDepth: 4, depthIdentifier: 'items' }))
    .map(([text, children]) => item(text, children)),
})).items;

const deepItems = fc
  .tuple(itemTexts, fc.integer({ min: 1, max: LIST_LEVEL_LIMIT }))
  .map(([text, depth]) =>
    Array.from({ length: depth }).reduce<ArticleBlock[]>((inner) => [item(text, inner)], []),
  );

const lists = fc
  .oneof({ weight: 9, arbitrary: items }, { weight: 1, arbitrary: deepItems })
  .filter((children) => children.length > 0)
  .map(list);

/** Paragraphs and lists as they can follow each other: no two lists in a row, a quote after a colon. */
const flow = fc.array(fc.oneof(paragraphTexts, lists), { maxLength: 5 }).map((parts) => {
  const blocks: ArticleBlock[] = [];
  for (const part of parts) {
    const previous = blocks.at(-1);
    if (typeof part !== 'string') {
      if (previous?.kind !== 'LIST') blocks.push(part);
      continue;
    }
    const isQuote = previous?.kind === 'PARAGRAPH' && previous.text?.endsWith(':') === true;
    blocks.push({ kind: isQuote ? 'BLOCK_QUOTE' : 'PARAGRAPH', text: part, children: [] });
  }
  return blocks;
});

const sections = fc.array(
  fc.record({ level: fc.integer({ min: 1, max: SECTION_LEVEL_LIMIT }), text: anyWords, flow }),
  { maxLength: 6 },
);

/** Articles as the plain wiki reader can make them. */
export const articles: fc.Arbitrary<Article> = fc
  .record({ title: fc.oneof(fc.constant(''), anyWords), lead: flow, sections })
  .filter(({ lead, sections }) => lead.length + sections.length > 0)
  .map(({ title, lead, sections }) => {
    const root = { level: 0, children: lead };
    const open: { level: number; children: ArticleBlock[] }[] = [root];
    for (const { level, text, flow } of sections) {
      while ((open.at(-1)?.level ?? 0) >= level) open.pop();
      const section: ArticleBlock = { kind: 'SECTION', text, level, children: [...flow] };
      open.at(-1)?.children.push(section);
      open.push({ level, children: section.children });
    }
    return { title, blocks: root.children };
  });
