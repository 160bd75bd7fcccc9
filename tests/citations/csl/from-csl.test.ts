import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateToEdtf } from '../../../src/citations/csl/date-to-edtf.ts';
import { edtfToDate } from '../../../src/citations/csl/edtf-to-date.ts';
import { type FromCsl, fromCsl } from '../../../src/citations/csl/from-csl.ts';

function known(item: object): object {
  const { key, content, dropped }: FromCsl = fromCsl({ type: 'book', ...item });
  const { creators, ...fields } = content;
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  const names = creators.map((name) =>
    Object.fromEntries(Object.entries(name).filter(([, value]) => value !== null)),
  );
  return {
    ...(key === null ? {} : { key }),
    ...given,
    ...(names.length === 0 ? {} : { creators: names }),
    dropped,
  };
}

describe('fromCsl', () => {
  it.each<[object, object]>([
    [
      { id: 7, volume: 3, title: '' },
      { key: '7', volume: '3' },
    ],
    [{ id: 'http://example.org/7', 'citation-key': 'getty1985' }, { key: 'getty1985' }],
    [
      { title: ['A', 'B'], language: 'English' },
      { title: 'A', language: 'en', dropped: ['title'] },
    ],
    [{ language: 'gibberish', DOI: { a: 1 } }, { dropped: ['language', 'DOI'] }],
    [
      { event: 'E', journalAbbreviation: 'J', shortTitle: 'S' },
      { event: 'E', containerShort: 'J', titleShort: 'S' },
    ],
    [
      { keyword: 'a', custom: {}, constructor: 'x', __proto__: null },
      { dropped: ['keyword', 'custom', 'constructor'] },
    ],
    [{ type: 'unheardof' }, { type: 'DOCUMENT', dropped: ['type'] }],
    [{ ISBN: '978-0-521-33570-7 (hbk) 0-306-40615-2 (pbk)' }, { isbn: '0-306-40615-2', dropped: ['ISBN'] }],
    [{ ISBN: 'ISBN 9780521335706' }, { isbn: '9780521335706' }],
    [{ ISSN: '0037-6779, 2325-7784' }, { issn: '0037-6779', dropped: ['ISSN'] }],
    [
      {
        title:
          '<i>Pravda</i> <span class="nocase">van</span> <span style="font-variant:small-caps;">x</span> H<sub>2</sub>O',
      },
      { title: 'Pravda van x H2O' },
    ],
    [
      { title: 'a <x> <br/> <span class="y">b</span> <I>c</I> <' },
      { title: 'a <x> <br/> <span class="y">b</span> <I>c</I> <' },
    ],
    [
      {
        author: [{ family: '<b>X</b>', given: 1 }, { literal: 'Body' }, { given: 'Plato' }, {}, 5],
        editor: 'Ed Itor',
      },
      {
        creators: [
          { role: 'AUTHOR', family: 'X', given: '1' },
          { role: 'AUTHOR', literal: 'Body' },
          { role: 'AUTHOR', literal: 'Plato' },
          { role: 'EDITOR', literal: 'Ed Itor' },
        ],
        dropped: ['author'],
      },
    ],
  ])('reads %j', (item, expected) => {
    expect(known(item)).toEqual({ type: 'BOOK', dropped: [], ...expected });
  });

  it.each([null, 7, 'book', [], {}, { type: 3 }])('refuses %j', (item) => {
    expect(() => fromCsl(item)).toThrow(
      'It is not an item of CSL-JSON; give an object with a "type", such as "book".',
    );
  });

  it('takes anything else, and says what it left out', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('title', 'author', 'issued', 'ISBN', 'note', 'x'), fc.anything()),
        (item) => {
          const { dropped } = fromCsl({ ...item, type: 'book' });
          expect(Object.keys(item)).toEqual(expect.arrayContaining(dropped));
        },
      ),
    );
  });
});

describe('dateToEdtf', () => {
  it.each<[unknown, string | null]>([
    [{ 'date-parts': [[1956]] }, '1956'],
    [{ 'date-parts': [['1956', '2', '25']] }, '1956-02-25'],
    [{ 'date-parts': [[1956, 0, 0]] }, '1956'],
    [{ 'date-parts': [[-44]] }, '-0043'],
    [{ 'date-parts': [[-1]] }, '0000'],
    [{ 'date-parts': [[12345]] }, 'Y12345'],
    [{ 'date-parts': [[1956, 2], [1958]] }, '1956-02/1958'],
    [{ 'date-parts': [[1956], [0]] }, '1956/..'],
    [{ 'date-parts': [[1956]], circa: true }, '1956~'],
    [{ 'date-parts': [[1956]], circa: 'false' }, '1956'],
    [{ 'date-parts': [[1956], [1958]], circa: 1 }, '1956~/1958~'],
    [{ 'date-parts': [[1956]], season: 2 }, '1956-22'],
    [{ 'date-parts': [[1956]], season: 'Fall' }, '1956-23'],
    [{ 'date-parts': [[1956, 13]] }, null],
    [{ 'date-parts': [[1956, 2, 31]] }, null],
    [{ 'date-parts': [['MCMLVI']] }, null],
    [{ 'date-parts': [[]] }, null],
    [{}, null],
    ['1956', null],
    [{ raw: '25 February 1956' }, '1956-02-25'],
    [{ raw: 'February 25, 1956' }, '1956-02-25'],
    [{ raw: 'Feb. 1956' }, '1956-02'],
    [{ raw: '1956/2/25' }, '1956-02-25'],
    [{ raw: '1956-02-25' }, '1956-02-25'],
    [{ raw: 'Spring 1956' }, '1956-21'],
    [{ literal: 'c. 1956' }, '1956~'],
    [{ literal: 'ca. 1956' }, '1956~'],
    [{ literal: 'circa Feb. 1956' }, '1956-02~'],
    [{ literal: '1950s' }, '195X'],
    [{ literal: '19--' }, '19XX'],
    [{ literal: '–1956' }, '../1956'],
    [{ literal: 'May 1956 – June 1957' }, '1956-05/1957-06'],
    [{ literal: '02.03.1956' }, null],
    [{ literal: '2/25/1956' }, null],
    [{ literal: 'Decade of 1956' }, null],
    [{ literal: 'mayor 1956' }, null],
    [{ literal: '56' }, null],
    [{ literal: '1956–58' }, null],
    [{ literal: 'forthcoming' }, null],
    [{ literal: 'x'.repeat(1_000_000) }, null],
  ])('makes of %j %j', (date, edtf) => {
    expect(dateToEdtf(date)).toBe(edtf);
  });

  it.each([
    '1956',
    '1956-02',
    '1956-02-25',
    '1956~',
    '1956-21',
    '1956/1958',
    '1956/..',
    '../1956',
    '-0043',
    '195X',
    '19XX',
  ])('gives back %s as it went to CSL', (edtf) => {
    expect(dateToEdtf(edtfToDate(edtf))).toBe(edtf);
  });
});
