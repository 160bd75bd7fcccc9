import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checksum, normalizeText } from '../../src/text/normalize.ts';
import { problemOf } from './problem-of.ts';

test('drops byte order marks, unifies line ends and composes', () => {
  expect(normalizeText('\uFEFFone\r\ntwo\rthree\n\r\r\n')).toBe('one\ntwo\nthree\n\n\n');
  expect(normalizeText('e\u0301 q\u0301 \u2260 =\u0338')).toBe('é q\u0301 \u2260 \u2260');
  expect(normalizeText('a\uFEFFb')).toBe('a\uFEFFb');
  expect(normalizeText('')).toBe('');
});

test('refuses NUL and half surrogate pairs, and names the line', () => {
  const nul = problemOf(() => normalizeText('one\r\ntwo\rth\0ree'));
  expect(nul.code).toBe('TEXT_NUL');
  expect(nul.message).toMatch(/^Line 3 /);
  const low = problemOf(() => normalizeText('\n\uDC00'));
  expect(low.code).toBe('TEXT_LONE_SURROGATE');
  expect(low.message).toMatch(/^Line 2 /);
  expect(problemOf(() => normalizeText('x\uD83D')).code).toBe('TEXT_LONE_SURROGATE');
  expect(normalizeText('x\u{1F600}')).toBe('x\u{1F600}');
});

test('refuses runs of marks that would take hours to put in order', () => {
  const zalgo = `a${'\u0301\u0316'.repeat(128)}`;
  expect(normalizeText(zalgo)).toBe(zalgo.normalize('NFC'));
  const problem = problemOf(() => normalizeText(`one\na${'\u0301\u0316'.repeat(1_000_000)}`));
  expect(problem.code).toBe('TEXT_TOO_MANY_MARKS');
  expect(problem.message).toMatch(/^Line 2 /);
});

test('is idempotent', () => {
  const pieces = fc.constantFrom(
    '\uFEFF',
    '\r',
    '\n',
    'e',
    '\u0301',
    '\u0316',
    'ᄀ',
    'ᅡ',
    '=',
    '\u0338',
    '😀',
  );
  fc.assert(
    fc.property(fc.string({ unit: fc.oneof(pieces, fc.constantFrom('a', 'é', ' ')) }), (text) => {
      const once = normalizeText(text);
      expect(normalizeText(once)).toBe(once);
      expect(once).toBe(once.normalize('NFC'));
      expect(once).not.toContain('\r');
    }),
  );
});

test('checksums are SHA-256 of the UTF-8 bytes', () => {
  expect(checksum('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(checksum('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(checksum('ł')).not.toBe(checksum('l'));
});
