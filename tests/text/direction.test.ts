import { expect, it } from 'vitest';
import { isRightToLeft } from '../../src/text/direction.ts';

it.each([
  ['en', false],
  ['ar', true],
  ['he', true],
  ['fa-IR', true],
  ['az-Arab', true],
  ['az', false],
  ['ru', false],
  ['und', false],
  ['yi', true],
])('texts in %s run from right to left: %s', (language, expected) =>
  expect(isRightToLeft(language)).toBe(expected),
);
