import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceContent } from '../../../src/citations/source.ts';
import { checkKey, keyFor } from '../../../src/citations/sources/keys.ts';
import { body, content, getty, person } from './contents.ts';

describe('a key that is made', () => {
  const cases: [string, SourceContent][] = [
    ['getty1985', getty],
    ['amzad', content({ creators: [person('Amzad')], title: 'Something' })],
    ['newyorktimes1956', content({ creators: [body('The New York Times')], issued: '1956-06-05' })],
    [
      'vangogh1890',
      content({ creators: [{ ...person('Gogh'), nonDroppingParticle: 'van' }], issued: '1890~' }),
    ],
    ['kolakowski1976', content({ creators: [person('Kołakowski', 'Leszek')], issued: '1976/1978' })],
    ['хрущев1956', content({ creators: [person('Хрущёв')], issued: '1956' })],
    ['oreilly-43', content({ creators: [person('O’Reilly')], issued: '-0043' })],
    ['origins1985', content({ title: 'The Origins of the Great Purges', issued: '1985' })],
    ['origins', content({ title: 'The Origins of the Great Purges', issued: '198X' })],
    ['articlejournal', content({ type: 'ARTICLE_JOURNAL' })],
    ['editor2000', content({ creators: [{ ...person('Editor'), role: 'EDITOR' }], issued: '2000' })],
    [
      'author2000',
      content({ creators: [{ ...person('Editor'), role: 'EDITOR' }, person('Author')], issued: '2000' }),
    ],
  ];
  it.each(cases)('%s', (key, known) => {
    expect(keyFor(known)).toBe(key);
  });

  it('is a key, whatever the source', () => {
    const word = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.lorem());
    fc.assert(
      fc.property(word, word, fc.constantFrom(null, '1985', '-0043', 'Y170000002'), (name, title, issued) => {
        for (const creators of [[], [body(name)], [person(name)]]) {
          const key = keyFor(content({ creators, title, issued }));
          expect(checkKey(key)).toBe(key);
        }
      }),
    );
  });
});

describe('a key that is given', () => {
  it.each(['getty1985', 'DBLP:conf/acm/Smith', 'хрущев_1956', 'a+b-c.d', '毛泽东'])('may be %s', (key) => {
    expect(checkKey(` ${key} `)).toBe(key);
  });

  it.each([
    '',
    'a b',
    'a{b',
    'a}',
    'a,b',
    'a#',
    'a%',
    'a~b',
    'a\\b',
    'a=b',
    '@a',
    'a"',
    "a'",
    '(a)',
    'a\u200Bb',
    'a'.repeat(201),
    '\ud800',
  ])('may not be "%s"', (key) => {
    expect(() => checkKey(key)).toThrow(/is not a citation key; give one such as getty1985/);
  });
});
