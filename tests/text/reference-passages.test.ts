import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passageAt, referenceTo } from '../../src/documents/passages.ts';
import { rangeOfReference } from '../../src/documents/places.ts';
import type { ArticleBlock } from '../../src/text/article.ts';
import { isGraphemeBoundary } from '../../src/text/graphemes.ts';
import type { TextRange } from '../../src/text/range.ts';
import { parseReference } from '../../src/text/reference.ts';
import type { RevisionText } from '../../src/text/revision-text.ts';
import { revisionOf, revisionOfBlocks } from '../support/revision.ts';
import { problemOf } from './problem-of.ts';

const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '𐍈', 'é'), minLength: 1, maxLength: 6 });
const { tree } = fc.letrec<{ tree: ArticleBlock[]; block: ArticleBlock }>((tie) => ({
  tree: fc.array(tie('block'), { minLength: 1, maxLength: 4 }),
  block: fc.oneof(
    { maxDepth: 3 },
    words.map((text): ArticleBlock => ({ kind: 'PARAGRAPH', text, children: [] })),
    fc
      .tuple(words, tie('tree'))
      .map(([text, children]): ArticleBlock => ({ kind: 'SECTION', text, level: 1, children })),
    tie('tree').map((children): ArticleBlock => ({ kind: 'LIST', text: null, children })),
  ),
}));

/** A revision with a range of it that starts and ends at words. */
const places = fc
  .tuple(tree.map(revisionOfBlocks), fc.nat(), fc.nat())
  .map(([revision, one, other]) => {
    const ends = Array.from({ length: revision.text.length + 1 }, (_, place) => place).filter(
      (place) =>
        isGraphemeBoundary(revision.text, place) &&
        revision.units.some(({ start, end }) => start <= place && place <= end),
    );
    const [start = 0, end = 0] = [ends[one % ends.length] ?? 0, ends[other % ends.length] ?? 0].sort(
      (a, b) => a - b,
    );
    return { revision, range: { start, end } };
  })
  .filter(({ revision, range }) => range.start < range.end && revision.unitsIn(range).length > 0);

const resolve = (revision: RevisionText, reference: string): TextRange =>
  rangeOfReference(revision, parseReference(reference));

describe('the reference of a range', () => {
  test('resolves to the very same words, and to itself', () => {
    fc.assert(
      fc.property(places, ({ revision, range }) => {
        const passage = passageAt(revision, range);
        const touched = revision.unitsIn(range);
        expect(passage.range.start).toBe(Math.max(range.start, touched[0]?.start ?? -1));
        expect(passage.range.end).toBe(Math.min(range.end, touched.at(-1)?.end ?? -1));
        const reference = referenceTo(passage);
        expect(resolve(revision, reference)).toEqual(passage.range);
        expect(referenceTo(passageAt(revision, resolve(revision, reference)))).toBe(reference);
      }),
      { numRuns: 2000 },
    );
  });

  test('has no offsets where whole blocks say the same', () => {
    fc.assert(
      fc.property(places, ({ revision, range: given }) => {
        const passage = passageAt(revision, given);
        const { ref, lastRef, range } = parseReference(referenceTo(passage));
        if (range === null) return;
        const first = revision.blockByRef(ref ?? '');
        const last = revision.blockByRef(lastRef ?? ref ?? '');
        const whole = passage.range.start === first?.start && passage.range.end === last?.end;
        expect(whole).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test('is relative to the innermost block that has all of it among its own words', () => {
    const revision = revisionOfBlocks([
      {
        kind: 'SECTION',
        text: 'Head',
        level: 1,
        children: [
          { kind: 'PARAGRAPH', text: '𐍈 first', children: [] },
          {
            kind: 'LIST',
            text: null,
            children: [
              { kind: 'LIST_ITEM', text: 'one', children: [] },
              { kind: 'LIST_ITEM', text: 'two', children: [] },
            ],
          },
          { kind: 'PARAGRAPH', text: 'last', children: [] },
        ],
      },
      { kind: 'PARAGRAPH', text: 'end', children: [] },
    ]);
    const of = (from: string, to: string): string => {
      const range = { start: revision.text.indexOf(from), end: revision.text.indexOf(to) + to.length };
      return referenceTo(passageAt(revision, range));
    };
    expect(of('first', 'first')).toBe('made@1:1.1@2-7');
    expect(of('first', 'on')).toBe('made@1:1.1@2-1.2.1@2');
    expect(of('𐍈', 'one')).toBe('made@1:1.1-1.2.1');
    expect(of('𐍈', 'two')).toBe('made@1:1.1-1.2');
    expect(of('one', 'two')).toBe('made@1:1.2');
    expect(of('two', 'end')).toBe('made@1:1.2.2-2');
    expect(of('Head', 'two')).toBe('made@1:1@0-23');
    expect(of('Head', 'last')).toBe('made@1:1');
    expect(of('last', 'en')).toBe('made@1:1.3@0-2@2');
    expect(of('Head', 'end')).toBe('made@1');
    expect(of('one', 'one')).toBe('made@1:1.2.1');
  });
});

describe('a reference over blocks', () => {
  const revision = revisionOf(['One 𐍈 two.', 'Three é.', 'Four.']);
  const textAt = (reference: string): string => {
    const { start, end } = resolve(revision, reference);
    return revision.text.slice(start, end);
  };

  test('counts code points from the start of each of its two blocks', () => {
    expect(textAt('made@1:1@4-2@5')).toBe('𐍈 two.\n\nThree');
    expect(textAt('made@1:2-3')).toBe('Three é.\n\nFour.');
  });

  test('that holds nothing but what is between them is refused', () => {
    const range = resolve(revisionOf(['ab', 'cd', 'ef']), 'made@1:1@2-2@1');
    expect(range).toEqual({ start: 2, end: 5 });
    expect(problemOf(() => passageAt(revision, { start: 11, end: 12 })).code).toBe('RANGE_EMPTY');
  });

  test.each([
    [
      'made@1:1@4-2@99',
      'OFFSET_OUT_OF_RANGE',
      /^In block 2: Offset 99 is not in the text, which has 8 code points/,
    ],
    ['made@1:1@40-2@1', 'OFFSET_OUT_OF_RANGE', /^In block 1: Offset 40 is not in the text/],
    ['made@1:1-2.1', 'NOT_FOUND', /the nearest is 2, which has none in it/],
    ['made@1:1-7', 'NOT_FOUND', /its top-level blocks are 1 to 3/],
  ])('%s is %s', (reference, code, message) => {
    expect(() => resolve(revision, reference)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    );
  });

  test('splits no character that readers see as one', () => {
    const accented = revisionOf(['ab', 'q\u0301x']);
    expect(problemOf(() => resolve(accented, 'made@1:1@0-2@1'))).toMatchObject({
      code: 'RANGE_SPLITS_GRAPHEME',
      message:
        'In block 2: The offset 1, in code points, is inside a character that readers see as one; move that offset to 0 or 2.',
    });
  });

  test('of a block and one in it is refused where it goes backwards', () => {
    const nested = revisionOfBlocks([
      {
        kind: 'SECTION',
        text: 'Head',
        level: 1,
        children: [{ kind: 'PARAGRAPH', text: 'Body', children: [] }],
      },
    ]);
    expect(resolve(nested, 'made@1:1@2-1.1@2')).toEqual({ start: 2, end: 8 });
    expect(problemOf(() => resolve(nested, 'made@1:1@9-1.1@2')).code).toBe('RANGE_REVERSED');
  });
});
