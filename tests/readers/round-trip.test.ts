import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlainWiki } from '../../src/readers/plain-wiki.ts';
import { writePlainWiki } from '../../src/readers/plain-wiki-writer.ts';
import type { Article, ArticleBlock } from '../../src/text/article.ts';
import { problemOf } from '../text/problem-of.ts';
import { articles } from './articles.ts';

test('every article that can be read is written so that it reads back equal', () => {
  fc.assert(
    fc.property(articles, (article) => {
      expect(readPlainWiki(writePlainWiki(article))).toStrictEqual(article);
    }),
    { numRuns: 1000 },
  );
});

test('a text in normal shape is written as it was', () => {
  fc.assert(
    fc.property(articles, (article) => {
      const text = writePlainWiki(article);
      expect(writePlainWiki(readPlainWiki(text))).toBe(text);
    }),
  );
});

test('whatever is read is written so that it reads back equal', () => {
  const pieces = ['= ', ' =', '=', '==', '===', '- ', '-', '  ', '\t', '\n', '\n\n', ':', 'a', 'ł', '\u0338'];
  const rare = ['\u0301', '\u00A0', '\uFEFF', '\r', '\u2028', '\u0085', '😀'];
  const sources = fc.string({ unit: fc.constantFrom(...pieces, ...pieces, ...rare), maxLength: 60 });
  fc.assert(
    fc.property(sources, (source) => {
      let article: Article;
      try {
        article = readPlainWiki(source);
      } catch (error) {
        expect(error).toHaveProperty('code', expect.stringMatching(/^(TEXT_EMPTY|NESTING_TOO_DEEP)$/));
        return;
      }
      expect(readPlainWiki(writePlainWiki(article))).toStrictEqual(article);
    }),
    { numRuns: 10_000 },
  );
});

test('writes the normal shape', () => {
  const source = '= T =\n\na\nb:\n\nquote\n\n==S==\n\n- one\n  more\n  - in\n- two\n\n=== =x ===\n\nend\n';
  expect(writePlainWiki(readPlainWiki(source))).toBe(source);
});

describe('blocks that the form has nothing for', () => {
  const paragraph: ArticleBlock = { kind: 'PARAGRAPH', text: 'a', children: [] };
  const cases: [string, ArticleBlock][] = [
    ['a table', { kind: 'TABLE', text: 'a', children: [] }],
    ['a numbered list', { kind: 'LIST', text: null, ordered: true, children: [] }],
    ['a paragraph in a list', { kind: 'LIST', text: null, children: [paragraph] }],
    [
      'a paragraph in an item',
      { kind: 'LIST', text: null, children: [{ kind: 'LIST_ITEM', text: 'a', children: [paragraph] }] },
    ],
    [
      'an item without words',
      { kind: 'LIST', text: null, children: [{ kind: 'LIST_ITEM', text: null, children: [] }] },
    ],
    ['a section without heading', { kind: 'SECTION', text: null, level: 1, children: [paragraph] }],
    ['a quote of paragraphs', { kind: 'BLOCK_QUOTE', text: 'a', children: [paragraph] }],
  ];
  test.each(cases)('%s', (_name, block) => {
    expect(problemOf(() => writePlainWiki({ title: '', blocks: [block] })).code).toBe('BLOCK_NOT_WRITABLE');
  });
});
