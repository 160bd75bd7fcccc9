import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCitations } from '../../../src/citations/exchange/citations-file.ts';
import { InputInvalid } from '../../../src/problem.ts';
import { LocatorLabel } from '../../../src/store/generated/enums.ts';

const quote = fc.record(
  { exact: fc.string({ minLength: 1, unit: 'grapheme' }), prefix: fc.string(), suffix: fc.string() },
  { requiredKeys: ['exact'] },
);
const citation = fc.record({
  source: fc.string({ minLength: 1 }),
  quote,
  quoted: fc.option(quote),
  locator: fc.option(fc.string()),
  locatorLabel: fc.option(fc.constantFrom(...Object.values(LocatorLabel))),
});

function refusal(file: string): string {
  try {
    readCitations(file);
  } catch (error) {
    if (error instanceof InputInvalid) return error.message;
    throw error;
  }
  return 'none';
}

test('every citation is read as it is written, in order', () => {
  fc.assert(
    fc.property(fc.array(citation), fc.constantFrom('\n', '\r\n', '\n\n'), (given, end) => {
      const lines = given.map(({ quote, ...rest }) => JSON.stringify({ ...quote, ...rest }));
      const apart = end === '\n\n' ? 2 : 1;
      expect(readCitations(lines.map((line) => `${line}${end}`).join(''))).toEqual(
        given.map(({ quote, quoted, ...rest }, index) => ({
          ...rest,
          line: index * apart + 1,
          target: { kind: 'quote', ...quote },
          quoted: quoted === null ? null : { kind: 'quote', ...quoted },
        })),
      );
    }),
  );
});

test('what need not be said may be left out', () => {
  expect(readCitations('{"source":"getty1985","exact":"Getty"}')).toEqual([
    {
      line: 1,
      source: 'getty1985',
      target: { kind: 'quote', exact: 'Getty' },
      quoted: null,
      locator: null,
      locatorLabel: null,
    },
  ]);
});

test('a line that is wrong is named, with what is wrong', () => {
  const good = '{"source":"a","exact":"b"}\n';
  expect(refusal(`${good}{`)).toBe('Line 2 is not JSON; write one object on it.');
  expect(refusal(`${good}\n[]`)).toBe(
    'Line 3: it must be an object with the keys source, exact, prefix, suffix, quoted, locator, locatorLabel.',
  );
  expect(refusal('{"source":"a"}')).toBe('Line 1: "exact" must be text; correct it.');
  expect(refusal('{"source":"a","exact":""}')).toBe('Line 1: "exact" must have words in it; correct it.');
  expect(refusal('{"exact":"a"}')).toBe('Line 1: "source" must be text; correct it.');
  expect(refusal('{"source":"a","exact":"b","page":1}')).toMatch(
    /^Line 1: the key "page" is unknown; the keys/,
  );
  expect(refusal('{"source":"a","exact":"b","quoted":"c"}')).toBe(
    'Line 1: "quoted" must be null, or an object with "exact", "prefix" and "suffix"; correct it.',
  );
  expect(refusal('{"source":"a","exact":"b","quoted":{"exact":"c","near":1}}')).toBe(
    'Line 1: "quoted" must have no other keys than "exact", "prefix" and "suffix"; correct it.',
  );
  expect(refusal('{"source":"a","exact":"b","locatorLabel":"page"}')).toMatch(
    /^Line 1: "locatorLabel" must be one of ACT, /,
  );
});
