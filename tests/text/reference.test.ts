import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatReference, parseReference, type Reference } from '../../src/text/reference.ts';
import { isSlug } from '../../src/text/slug.ts';
import { problemOf } from './problem-of.ts';

test.each<[string, Reference]>([
  [
    'secret-speech@1:5.2@17-42',
    { slug: 'secret-speech', revision: 1, ref: '5.2', range: { start: 17, end: 42 } },
  ],
  ['secret-speech@1:5.2', { slug: 'secret-speech', revision: 1, ref: '5.2', range: null }],
  ['secret-speech@12', { slug: 'secret-speech', revision: 12, ref: null, range: null }],
  ['secret-speech:5.2', { slug: 'secret-speech', revision: null, ref: '5.2', range: null }],
  ['secret-speech', { slug: 'secret-speech', revision: null, ref: null, range: null }],
  ['1956@1:10@0-1', { slug: '1956', revision: 1, ref: '10', range: { start: 0, end: 1 } }],
])('reads and writes %s', (text, reference) => {
  expect(parseReference(text)).toEqual(reference);
  expect(formatReference(reference)).toBe(text);
});

test.each([
  '',
  '@1',
  ':5.2',
  'Secret-Speech',
  'secret--speech',
  '-a',
  'a-',
  'a b',
  ' a',
  'a\n',
  'ł',
  'a@',
  'a@0',
  'a@01',
  'a@-1',
  'a@1.5',
  'a@9007199254740993',
  'a:',
  'a:0',
  'a:01',
  'a:5.',
  'a:.5',
  'a:5..2',
  'a:5.0',
  'a:9007199254740993',
  'a@1:5@',
  'a@1:5@3',
  'a@1:5@3-3',
  'a@1:5@4-3',
  'a@1:5@00-3',
  'a@1:5@0-03',
  'a@1:5@0-9007199254740993',
  'a@1@0-3',
  'a:5@0-3',
  'a@1:5@0-3x',
  'x'.repeat(101),
])('refuses %j', (text) => {
  const problem = problemOf(() => parseReference(text));
  expect(problem.code).toBe('REFERENCE_MALFORMED');
  expect(problem.message).toContain('write one like secret-speech@1:5.2@17-42');
});

const positive = fc.oneof(
  fc.integer({ min: 1, max: 300 }),
  fc.maxSafeInteger().filter((value) => value > 0),
);
const slugs = fc
  .array(fc.stringMatching(/^[a-z0-9]{1,12}$/), { minLength: 1, maxLength: 8 })
  .map((words) => words.join('-'))
  .filter(isSlug);
const refs = fc.array(positive, { minLength: 1, maxLength: 8 }).map((positions) => positions.join('.'));
const ranges = fc
  .tuple(fc.oneof(fc.nat(300), fc.maxSafeNat()), positive)
  .filter(([start, end]) => start < end)
  .map(([start, end]) => ({ start, end }));
const references: fc.Arbitrary<Reference> = fc.oneof(
  fc.record({
    slug: slugs,
    revision: fc.option(positive),
    ref: fc.option(refs),
    range: fc.constant(null),
  }),
  fc.record({ slug: slugs, revision: positive, ref: refs, range: ranges }),
);

describe('reading and writing', () => {
  test('what is written reads back equal', () => {
    fc.assert(
      fc.property(references, (reference) => {
        expect(parseReference(formatReference(reference))).toEqual(reference);
      }),
    );
  });

  test('what can be read is written as it was', () => {
    const near = fc.string({ unit: fc.constantFrom('a', '1', '0', '2', '-', '@', ':', '.'), maxLength: 12 });
    fc.assert(
      fc.property(near, (text) => {
        let reference: Reference;
        try {
          reference = parseReference(text);
        } catch (error) {
          expect(error).toHaveProperty('code', 'REFERENCE_MALFORMED');
          return;
        }
        expect(formatReference(reference)).toBe(text);
      }),
      { numRuns: 5000 },
    );
  });
});

test('refuses to write what could not be read', () => {
  const whole: Reference = { slug: 'a', revision: 1, ref: '5', range: { start: 0, end: 2 } };
  for (const change of [
    { slug: 'a@1' },
    { revision: 0 },
    { revision: 1.5 },
    { revision: null },
    { ref: null },
    { ref: '5@1-2' },
    { range: { start: 2, end: 2 } },
    { range: { start: -1, end: 2 } },
    { range: { start: Number.NaN, end: 2 } },
  ]) {
    expect(problemOf(() => formatReference({ ...whole, ...change })).code).toBe('REFERENCE_MALFORMED');
  }
});
