import { describe, expect, test } from 'vitest';
import { read } from '../../src/readers/index.ts';
import { readPlainWiki } from '../../src/readers/plain-wiki.ts';
import { problemOf } from '../text/problem-of.ts';
import { outline } from './outline.ts';

function shape(source: string): string[] {
  return outline(readPlainWiki(source).blocks);
}

describe('titles', () => {
  test.each([
    ['= Title =\n\nx', 'Title'],
    ['\n\n  =Title=  \nx', 'Title'],
    ['\uFEFF= Title =\r\nx', 'Title'],
    ['= a = b =\nx', 'a = b'],
    ['x', ''],
    ['== Section ==\n= x =', ''],
    ['= =\nx', ''],
    ['= x\ny', ''],
  ])('of %j', (source, title) => {
    expect(readPlainWiki(source).title).toBe(title);
  });

  test('come first or not at all', () => {
    expect(shape('= One =\n= Two =\n')).toEqual(['PARAGRAPH = Two =']);
    expect(shape('words\n\n= Late =')).toEqual(['PARAGRAPH words', 'PARAGRAPH = Late =']);
  });
});

describe('sections', () => {
  test('nest by level, with or without spaces and blank lines', () => {
    expect(
      shape('==A==\none\n=== B ===\n\ntwo\n====== E ======\n=== C ===\n== D ==\n======= F ======='),
    ).toEqual([
      'SECTION1 A',
      '  PARAGRAPH one',
      '  SECTION2 B',
      '    PARAGRAPH two',
      '    SECTION5 E',
      '  SECTION2 C',
      'SECTION1 D',
      '  SECTION6 F',
    ]);
  });

  test('end a paragraph and a list', () => {
    expect(shape('words\n==A==\n- item\n==B==\n- item')).toEqual([
      'PARAGRAPH words',
      'SECTION1 A',
      '  LIST',
      '    LIST_ITEM item',
      'SECTION1 B',
      '  LIST',
      '    LIST_ITEM item',
    ]);
  });

  test.each(['==A===', '===A==', '==A=', '==A', 'A==', '====', '== ==', '== == x'])('%j is words', (line) => {
    expect(shape(`x\n\n${line}`)).toEqual(['PARAGRAPH x', `PARAGRAPH ${line}`]);
  });

  test('may have equals signs in the heading', () => {
    expect(shape('== =A= ==\n== a == b ==')).toEqual(['SECTION1 =A=', 'SECTION1 a == b']);
  });
});

describe('lists', () => {
  test('may be glued to the paragraph above', () => {
    expect(shape('As follows:\n- one\n- two\n\nAfter')).toEqual([
      'PARAGRAPH As follows:',
      'LIST',
      '  LIST_ITEM one',
      '  LIST_ITEM two',
      'PARAGRAPH After',
    ]);
  });

  test('go on over blank lines', () => {
    expect(shape('- one\n\n\n- two\n\n  - in')).toEqual([
      'LIST',
      '  LIST_ITEM one',
      '  LIST_ITEM two',
      '    LIST',
      '      LIST_ITEM in',
    ]);
  });

  test.each([
    ['two spaces', [0, 2, 4, 2, 0], [1, 2, 3, 2, 1]],
    ['however many', [0, 1, 7, 1, 0], [1, 2, 3, 2, 1]],
    ['an indented start', [4, 4, 6, 4], [1, 1, 2, 1]],
    ['a start deeper than the rest', [4, 2, 0], [1, 1, 1]],
    ['a dedent nearer the outer level', [0, 4, 1, 0], [1, 2, 1, 1]],
    ['a dedent nearer the inner level', [0, 4, 3, 0], [1, 2, 2, 1]],
    ['a dedent half way', [0, 4, 2, 4, 0], [1, 2, 2, 3, 1]],
    ['a dedent over several levels', [0, 2, 4, 6, 2], [1, 2, 3, 4, 2]],
  ])('nest by indent: %s', (_name, indents, levels) => {
    const source = indents.map((indent, index) => `${' '.repeat(indent)}- ${index}`).join('\n');
    const items = shape(source).filter((line) => line.includes('LIST_ITEM'));
    expect(items).toEqual(levels.map((level, index) => `${'  '.repeat(2 * level - 1)}LIST_ITEM ${index}`));
  });

  test('take tabs for four columns', () => {
    expect(shape('- a\n\t- b\n    - c\n-\td')).toEqual([
      'LIST',
      '  LIST_ITEM a',
      '    LIST',
      '      LIST_ITEM b',
      '      LIST_ITEM c',
      '  LIST_ITEM d',
    ]);
  });

  test('have items of several lines when these are indented', () => {
    expect(shape('- one\n  more\n more\nafter')).toEqual([
      'LIST',
      '  LIST_ITEM one\nmore\nmore',
      'PARAGRAPH after',
    ]);
    expect(shape('- one\n\n  after\n- two')).toEqual([
      'LIST',
      '  LIST_ITEM one',
      'PARAGRAPH after',
      'LIST',
      '  LIST_ITEM two',
    ]);
  });

  test.each(['-', '-x', '--', '– x', '* x'])('%j is words', (line) => {
    expect(shape(line)).toEqual([`PARAGRAPH ${line}`]);
  });
});

describe('paragraphs and quotes', () => {
  test('keep line breaks and drop white space at the ends of lines', () => {
    expect(shape('  one \t\n two  \n \t \n\n\u00A0three\u00A0')).toEqual([
      'PARAGRAPH one\ntwo',
      'PARAGRAPH three',
    ]);
  });

  test('the one paragraph after a colon is a quote', () => {
    expect(shape('He said:\n\nquote:\n\nno quote\n\nShe\nsaid:\n\nquote')).toEqual([
      'PARAGRAPH He said:',
      'BLOCK_QUOTE quote:',
      'PARAGRAPH no quote',
      'PARAGRAPH She\nsaid:',
      'BLOCK_QUOTE quote',
    ]);
  });

  test('not when a list or a heading comes between', () => {
    expect(shape('so:\n- item\n\nwords')).toContain('PARAGRAPH words');
    expect(shape('so:\n==A==\nwords')).toContain('  PARAGRAPH words');
  });
});

describe('refuses', () => {
  test.each(['', ' \n\n\t', '\uFEFF', '= Title =', '\n= Title =\n\n'])('%j, which has no words', (source) => {
    expect(problemOf(() => readPlainWiki(source)).code).toBe('TEXT_EMPTY');
  });

  test('lists of more than 64 levels', () => {
    const nested = (depth: number) =>
      Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}- x`).join('\n');
    expect(shape(nested(64))).toHaveLength(128);
    const problem = problemOf(() => readPlainWiki(`words\n\n${nested(200)}`));
    expect(problem.code).toBe('NESTING_TOO_DEEP');
    expect(problem.message).toMatch(/^Line 67 .* 64 levels/);
  });

  test('sections of more than 6 levels', () => {
    const problem = problemOf(() => readPlainWiki('======= ok =======\n======== no ========'));
    expect(problem.code).toBe('NESTING_TOO_DEEP');
    expect(problem.message).toMatch(/^Line 2 .* 6 levels/);
  });

  test('what no text may have', () => {
    expect(problemOf(() => read('PLAIN_WIKI', 'a\0')).code).toBe('TEXT_NUL');
  });
});

test.each([
  ['paragraphs', 'a\n\n'],
  ['lines', 'a\n'],
  ['items', '- a\n'],
  ['lines of one item', '  a\n'],
  ['sections', '==a==\n'],
  ['blank lines', '\n'],
  ['equals signs', '='],
  ['spaces', ' '],
])('reads 2 MB of %s', (_name, piece) => {
  const source = `- x\n${piece.repeat(2_000_000 / piece.length)}`;
  expect(readPlainWiki(source).blocks.length).toBeGreaterThan(0);
});
