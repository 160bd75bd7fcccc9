import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote as findIn, type QuoteSought } from '../../src/anchors/find-quote.ts';
import { OCCURRENCE_LIMIT } from '../../src/anchors/occurrences.ts';
import { CONTEXT_LENGTH, quoteOf } from '../../src/anchors/quote.ts';

const findQuote = (text: string, sought: QuoteSought) => findIn({ text }, sought);

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 });
const textAndRange = text.chain((whole) => {
  const boundaries = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(whole)].map(
    ({ index }) => index,
  );
  const places = [...boundaries, whole.length];
  return fc
    .tuple(fc.constant(whole), fc.nat(places.length - 2), fc.nat(places.length - 2))
    .map(([, a, b]) => ({
      whole,
      range: { start: places[Math.min(a, b)] ?? 0, end: places[Math.max(a, b) + 1] ?? whole.length },
    }));
});

describe('quoteOf', () => {
  it('takes the words and what stands around them, by whole characters', () => {
    fc.assert(
      fc.property(textAndRange, ({ whole, range }) => {
        const { exact, prefix, suffix } = quoteOf(whole, range);
        expect(whole.slice(range.start, range.end)).toBe(exact);
        expect(whole.slice(0, range.start).endsWith(prefix)).toBe(true);
        expect(whole.slice(range.end).startsWith(suffix)).toBe(true);
        expect([...prefix].length).toBe(Math.min(CONTEXT_LENGTH, [...whole.slice(0, range.start)].length));
        expect([...suffix].length).toBe(Math.min(CONTEXT_LENGTH, [...whole.slice(range.end)].length));
      }),
    );
  });
});

describe('findQuote', () => {
  it('never puts a quote on other words, and finds it near where it stood', () => {
    fc.assert(
      fc.property(textAndRange, ({ whole, range }) => {
        const exact = whole.slice(range.start, range.end);
        const found = findQuote(whole, { exact, near: range });
        if (found.outcome === 'found') expect(found.range).toEqual(range);
        else expect(found.outcome).toBe('ambiguous');
      }),
    );
  });

  it('is ambiguous exactly when the words stand in several places', () => {
    expect(findQuote('one two one', { exact: 'two' })).toEqual({
      outcome: 'found',
      range: { start: 4, end: 7 },
      verbatim: true,
      score: 1,
    });
    expect(findQuote('one two one', { exact: 'one' })).toMatchObject({
      outcome: 'ambiguous',
      occurrences: 2,
    });
    expect(findQuote('aXa aXa', { exact: 'X', near: { start: 3, end: 4 } })).toMatchObject({
      outcome: 'ambiguous',
    });
    expect(findQuote('aaa', { exact: 'aa' })).toMatchObject({ outcome: 'ambiguous', occurrences: 2 });
  });

  it('finds the right one among very many, and none where they are too many to tell', () => {
    const many = 'the cat\n\n'.repeat(20_000);
    const start = 9 * 15_000;
    expect(findQuote(many, { exact: 'the', near: { start, end: start + 3 } })).toMatchObject({
      outcome: 'found',
      range: { start, end: start + 3 },
    });
    expect(findQuote('a'.repeat(OCCURRENCE_LIMIT), { exact: 'a', near: { start: 5, end: 6 } })).toMatchObject(
      { outcome: 'ambiguous', occurrences: OCCURRENCE_LIMIT },
    );
    expect(
      findQuote(`uniq the ${'the cat '.repeat(12_000)}uniq the`, { exact: 'the', prefix: 'uniq ' }),
    ).toMatchObject({ outcome: 'ambiguous', occurrences: 2 });
  });

  it('lets context decide, up to white space, case and marks', () => {
    const whole = 'the red house\n\nand the blue house';
    expect(findQuote(whole, { exact: 'house', prefix: 'blue ' })).toMatchObject({
      outcome: 'found',
      range: { start: 28 },
    });
    expect(findQuote(whole, { exact: 'house', suffix: ' and  the' })).toMatchObject({
      outcome: 'found',
      range: { start: 8 },
    });
    expect(findQuote(whole, { exact: 'house', prefix: 'BLUE ' })).toMatchObject({ range: { start: 28 } });
    expect(findQuote(whole, { exact: 'house', prefix: 'green ' })).toMatchObject({
      outcome: 'not-found',
      contextDiffers: true,
    });
  });

  it('does not cut characters as readers see them', () => {
    expect(findQuote('👨‍👩‍👧', { exact: '👩' }).outcome).toBe('not-found');
    expect(findQuote('🇺🇦🇫🇷', { exact: '🇦🇫' }).outcome).toBe('not-found');
  });
});
