import { describe, expect, it } from 'vitest';
import { checkEntity, type GivenEntity } from '../../../src/entities/registry/entity-input.ts';
import { InputInvalid } from '../../../src/problem.ts';

const given = (more: Partial<GivenEntity> = {}): GivenEntity => ({
  kind: 'PERSON',
  name: { text: 'Joseph Stalin', language: 'en' },
  names: [],
  description: null,
  authorities: [],
  startDate: null,
  endDate: null,
  ...more,
});
const named = (text: string): GivenEntity => given({ name: { text, language: null } });
const variants = (...texts: string[]): GivenEntity =>
  given({ names: texts.map((text) => ({ text, language: null, kind: 'VARIANT' as const })) });

describe('checkEntity', () => {
  it('answers what is to be stored, nothing twice', () => {
    expect(
      checkEntity(
        given({
          name: { text: '  Joseph\n\tStalin ', language: 'EN' },
          names: [
            { text: 'Joseph Stalin', language: 'en', kind: 'VARIANT' },
            { text: 'Stalin', language: null, kind: 'SURNAME' },
            { text: 'Stalin', language: null, kind: 'SURNAME' },
            { text: 'Сталин', language: 'ru', kind: 'SURNAME' },
            { text: 'Cafe\u0301', language: null, kind: 'VARIANT' },
          ],
          description: ' Led the Soviet Union. ',
          authorities: [
            { scheme: 'WIKIDATA', value: 'https://www.wikidata.org/wiki/Q855' },
            { scheme: 'WIKIDATA', value: 'q855' },
          ],
          startDate: '1878-12-18',
          endDate: '1953-03-05',
        }),
      ),
    ).toEqual({
      kind: 'PERSON',
      names: [
        { text: 'Joseph Stalin', language: 'en', kind: 'PREFERRED' },
        { text: 'Stalin', language: null, kind: 'SURNAME' },
        { text: 'Сталин', language: 'ru', kind: 'SURNAME' },
        { text: 'Caf\u00e9', language: null, kind: 'VARIANT' },
      ],
      description: 'Led the Soviet Union.',
      authorities: [{ scheme: 'WIKIDATA', value: 'Q855' }],
      startDate: '1878-12-18',
      endDate: '1953-03-05',
    });
  });

  it('takes names that look like code for names', () => {
    for (const text of ['.*', '(a+)+$', "'; DROP TABLE entity; --", '%', '<b>', '毛泽东', 'محمد', '100%_'])
      expect(checkEntity(named(text)).names[0]?.text).toBe(text);
  });

  it.each([
    ['an empty name', named(' \n '), 'A name is empty; write one or leave it out.'],
    ['a name that does not show', named('\u200b\u2060'), 'A name is empty; write one or leave it out.'],
    ['a long name', named('x'.repeat(10_000)), 'A name is longer than 500 characters; shorten it.'],
    ['NUL', named('Stalin\u0000'), /cannot be stored; remove NUL/],
    ['half of a surrogate pair', named('Stalin\ud800'), /cannot be stored; remove NUL/],
    ['a control character', named('Sta\u0007lin'), 'A name has a control character; remove it.'],
    ['an empty other name', variants(''), 'A name is empty; write one or leave it out.'],
    [
      'many names',
      variants(...Array.from({ length: 201 }, (_, index) => `Name ${index}`)),
      'There are more than 200 names; leave some out.',
    ],
    [
      'two preferred names',
      given({ names: [{ text: 'Stalin', language: null, kind: 'PREFERRED' }] }),
      /^One name is preferred, and it is given apart/,
    ],
    [
      'a language that is none',
      given({ name: { text: 'Stalin', language: 'nonsense' } }),
      /^The language of a name is not a BCP 47 tag/,
    ],
    ['an empty description', given({ description: '  ' }), /^The description is empty/],
    ['a long description', given({ description: 'x'.repeat(5_001) }), /^The description is longer than 5000/],
    [
      'many authorities',
      given({
        authorities: Array.from({ length: 21 }, (_, index) => ({ scheme: 'VIAF', value: `${index + 1}` })),
      }),
      /^There are more than 20 authorities/,
    ],
    ['a malformed authority', given({ authorities: [{ scheme: 'VIAF', value: 'Q1' }] }), /is not a VIAF id/],
    ['a malformed date', given({ startDate: '25.2.1956' }), /is not an EDTF date/],
    ['an end before the start', given({ startDate: '1953', endDate: '1878' }), /is after the end/],
    ['another kind', { ...given(), kind: 'ROBOT' as 'PERSON' }, /^The kind of an entity is none of PERSON, /],
  ])('refuses %s', (_, input, message) => {
    expect(() => checkEntity(input)).toThrow(InputInvalid);
    expect(() => checkEntity(input)).toThrow(message);
  });
});
