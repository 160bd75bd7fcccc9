import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignRevisions } from '../../src/anchors/alignment/align-revisions.ts';
import { type Carried, carryRange } from '../../src/anchors/carry-range.ts';
import { wordsIn } from '../../src/anchors/unit-range.ts';
import { isGraphemeBoundary } from '../../src/text/graphemes.ts';

const A =
  'The council met on Monday in the old town hall. Nobody had expected a vote. The mayor spoke for an hour.';
const B = 'A second meeting was held in the library. Anna Petrova asked for a new bridge over the river.';
const C = 'The bridge was never built. Its plans are kept in the archive to this day.';

/** Carries the first place of a quote; the quote may reach over two units. */
function carry(before: string[], after: string[], quote: string): Carried & { words: string | null } {
  const [first, last] = quote.split('\n\n');
  const unit = before.findIndex((text) => text.includes(first ?? ''));
  const start = (before[unit] ?? '').indexOf(first ?? '');
  const range =
    last === undefined
      ? { start: { unit, offset: start }, end: { unit, offset: start + quote.length } }
      : { start: { unit, offset: start }, end: { unit: unit + 1, offset: last.length } };
  expect(wordsIn(before, range)).toBe(quote);
  const carried = carryRange(alignRevisions(before, after, 'en'), range, quote);
  return { ...carried, words: carried.range === null ? null : wordsIn(after, carried.range) };
}

describe('an anchor is EXACT', () => {
  it.each([
    ['when nothing changed', [A, B, C], [A, B, C]],
    ['when another paragraph changed', [A, B, C], [A.replace('Monday', 'Friday'), B, C]],
    ['when its paragraph moved', [A, B, C], [B, A, C]],
    ['when its paragraph moved to the end', [A, B, C], [A, C, B]],
    [
      'when words were inserted before it',
      [A, B, C],
      [A, B.replace('A second', 'A long and stormy second'), C],
    ],
    ['when a sentence was inserted', [A, B, C], [A, `It rained. ${B}`, C]],
    [
      'when a sentence that starts alike was inserted',
      [A, B, C],
      [A, B.replace('Anna', 'Anna Ivanova left. Anna'), C],
    ],
    ['when the sentence before it was removed', [A, B, C], [A, B.replace(/^.*?\. /, ''), C]],
    ['when its words stand in a copy as well', [A, B, C], [A, B, C, B]],
    ['when its paragraph moved and changed elsewhere', [A, B, C], [A, C, B.replace('library', 'school')]],
  ])('%s', (_, before, after) => {
    expect(carry(before, after, 'Anna Petrova asked')).toMatchObject({
      status: 'EXACT',
      score: 1,
      words: 'Anna Petrova asked',
    });
  });

  it('over two units, when both stand as they did', () => {
    expect(carry([A, B, C], [C, A, B], 'an hour.\n\nA second meeting')).toMatchObject({ status: 'EXACT' });
    expect(
      carry([A, B, C], [A.replace('Monday', 'Friday'), B, C], 'an hour.\n\nA second meeting'),
    ).toMatchObject({
      status: 'EXACT',
      words: 'an hour.\n\nA second meeting',
    });
  });
});

describe('an anchor is MOVED', () => {
  const sentence = 'Anna Petrova asked for a new bridge over the river.';
  it.each([
    [
      'with a sentence within its paragraph',
      [A, B, C],
      [A, `${sentence} A second meeting was held in the library.`, C],
    ],
    [
      'with a sentence to another paragraph',
      [A, B, C],
      [A, B.replace(` ${sentence}`, ''), `${C} ${sentence}`],
    ],
    ['with the smaller part of a paragraph that was split', [`${A} ${B}`, C], [A, B, C]],
    ['with a paragraph that was merged into a longer one', [A, B, C], [`${A} ${B}`, C]],
  ])('%s', (_, before, after) => {
    expect(carry(before, after, 'asked for a new bridge')).toMatchObject({
      status: expect.stringMatching(/MOVED|EXACT/),
      words: 'asked for a new bridge',
    });
  });

  it('and says so', () => {
    const moved = [A, 'A second meeting was held in the library.', `${C} ${sentence}`];
    expect(carry([A, B, C], moved, 'bridge')).toMatchObject({ status: 'MOVED', score: 0.9, words: 'bridge' });
    expect(carry([`${A} ${B}`], [A, B], 'the library')).toMatchObject({ status: 'MOVED' });
  });
});

describe('an anchor is EDITED', () => {
  it.each([
    ['asked for a new bridge', 'asked again for a new bridge'],
    ['asked for a new bridge', 'asked for a bridge'],
    [
      'Anna Petrova asked for a new bridge over the river.',
      'Anna Petrova pleaded for a new bridge over the river.',
    ],
    ['library', 'libraries'],
    ['meeting was held', 'meting was held'],
    ['a new bridge', 'a 👨‍👩‍👧‍👦 new bridge'],
    ['new bridge', 'NEW BRIDGE'],
  ])('when %j became %j', (quote, now) => {
    const carried = carry([A, B, C], [A, B.replace(quote, now), C], quote);
    expect(carried).toMatchObject({ status: 'EDITED', words: now });
    expect(carried.score).toBeLessThan(1);
    expect(carried.score).toBeGreaterThanOrEqual(0.6);
  });
});

describe('an anchor is ORPHANED', () => {
  it.each([
    ['when its sentence was removed', 'asked for a new bridge', B.replace(/ Anna.*$/, '')],
    [
      'when its sentence was replaced',
      'asked for a new bridge',
      B.replace(/Anna.*$/, 'The weather was fine for most of the week, and the fair went on.'),
    ],
    ['when a name in it was changed', 'Anna Petrova asked', B.replace('Petrova', 'Smirnova')],
    ['when it is denied', 'meeting was held', B.replace('was held', 'was not held')],
    [
      'when one word of it is left',
      'a new bridge over the river',
      B.replace('a new bridge over the river', 'money and time and a'),
    ],
  ])('%s', (_, quote, now) => {
    expect(carry([A, B, C], [A, now, C], quote)).toEqual({
      status: 'ORPHANED',
      score: 0,
      range: null,
      words: null,
    });
  });

  it('when a look-alike stands elsewhere', () => {
    const lookalike =
      'A second meeting was held in the library. Anna Smirnova asked for a new bridge over the river.';
    expect(carry([A, B, C], [A, C, lookalike], 'Anna Petrova asked')).toMatchObject({ status: 'ORPHANED' });
    expect(carry([A, B, C], [A, C, lookalike], 'asked for a new bridge')).toMatchObject({
      status: 'ORPHANED',
    });
  });
});

it('is AMBIGUOUS when its sentence went to two places', () => {
  const sentence = 'Anna Petrova asked for a new bridge over the river.';
  const [x, y] = ['A paragraph that stays.', 'Another one that stays.'];
  const after = [`${A} ${sentence}`, x, 'A second meeting was held in the library.', y, `${C} ${sentence}`];
  expect(carry([A, x, B, y, C], after, 'asked for a new bridge')).toMatchObject({
    status: 'AMBIGUOUS',
    score: 0.5,
    range: null,
  });
});

describe('whatever was edited', () => {
  const word = fc.constantFrom(
    'the',
    'a',
    'of',
    'Anna',
    'Boris',
    '1956',
    'не',
    'река',
    '👩‍👩‍👧',
    '🇬🇪',
    'e\u0301',
    '秘密',
    '.',
    'never',
  );
  const unit = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
  const units = fc.array(unit, { minLength: 1, maxLength: 6 });

  it('ranges fit, cut no character, and EXACT and MOVED words are the quote', () => {
    fc.assert(
      fc.property(units, units, fc.nat(), fc.nat(), fc.nat(5), (before, after, from, length, over) => {
        const start = from % before.length;
        const end = Math.min(before.length - 1, start + (over === 0 ? 1 : 0));
        const range = {
          start: { unit: start, offset: boundary(before[start] ?? '', from % (before[start] ?? '').length) },
          end: { unit: end, offset: (before[end] ?? '').length },
        };
        if (start === end)
          range.end.offset = boundaryAfter(before[start] ?? '', range.start.offset + (length % 9));
        const exact = wordsIn(before, range);
        const carried = carryRange(alignRevisions(before, after), range, exact);
        if (carried.range === null) return;
        const words = wordsIn(after, carried.range);
        const last = after[carried.range.end.unit] ?? '';
        expect(carried.range.start.unit <= carried.range.end.unit).toBe(true);
        expect(words.length).toBeGreaterThan(0);
        expect(isGraphemeBoundary(after[carried.range.start.unit] ?? '', carried.range.start.offset)).toBe(
          true,
        );
        expect(isGraphemeBoundary(last, carried.range.end.offset)).toBe(true);
        expect(words === exact).toBe(carried.status !== 'EDITED');
        expect(carried.score > 0 && carried.score <= 1).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('an anchor stays EXACT when all that changed is elsewhere', () => {
    fc.assert(
      fc.property(units, units, unit, (before, after, mine) => {
        const own = `My own words: ${mine}`;
        const alignment = alignRevisions([...before, own], [...after, own]);
        const range = {
          start: { unit: before.length, offset: 0 },
          end: { unit: before.length, offset: own.length },
        };
        expect(carryRange(alignment, range, own)).toEqual({
          status: 'EXACT',
          score: 1,
          range: {
            start: { unit: after.length, offset: 0 },
            end: { unit: after.length, offset: own.length },
          },
        });
      }),
    );
  });
});

function boundary(text: string, offset: number): number {
  let at = offset;
  while (!isGraphemeBoundary(text, at)) at -= 1;
  return at;
}

function boundaryAfter(text: string, offset: number): number {
  let at = Math.min(offset + 1, text.length);
  while (!isGraphemeBoundary(text, at)) at += 1;
  return at;
}
