import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSlug, slugify } from '../../src/text/slug.ts';

test.each([
  ['On the Cult of Personality and Its Consequences', 'on-the-cult-of-personality-and-its-consequences'],
  ['  Café “Zürich”, 1956! ', 'cafe-zurich-1956'],
  ['ﬁne ²', 'fine-2'],
  ['Łódź, Ørsted, Straße, Æthelred', 'lodz-orsted-strasse-aethelred'],
  ['О культе личности', 'document'],
  ['', 'document'],
  ['--', 'document'],
])('makes a slug of %j', (title, slug) => {
  expect(slugify(title)).toBe(slug);
});

test('cuts a long one at a hyphen where there is one', () => {
  expect(slugify('word '.repeat(40))).toBe('word-'.repeat(20).slice(0, -1));
  expect(slugify(`a ${'b'.repeat(98)} c`)).toBe(`a-${'b'.repeat(98)}`);
  expect(slugify(`a ${'b'.repeat(99)}`)).toBe('a');
  expect(slugify('x'.repeat(150))).toBe('x'.repeat(100));
});

test('takes a title of a million marks', () => {
  expect(slugify(`a${'\u0301\u0316'.repeat(500_000)}b`)).toBe('ab');
});

test('always makes a slug, and leaves a slug as it is', () => {
  const titles = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom('a', '9', '-', ' ', 'É', 'İ', 'ß', 'K'), maxLength: 200 }),
  );
  fc.assert(
    fc.property(titles, (title) => {
      const slug = slugify(title);
      expect(isSlug(slug)).toBe(true);
      expect(slugify(slug)).toBe(slug);
    }),
  );
});

test.each(['', 'A', 'a_b', 'a--b', '-a', 'a-', 'a\n', 'x'.repeat(101)])('%j is no slug', (text) => {
  expect(isSlug(text)).toBe(false);
});
