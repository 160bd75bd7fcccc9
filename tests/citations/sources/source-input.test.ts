import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SourceContent, textVariables } from '../../../src/citations/source.ts';
import { checkSource } from '../../../src/citations/sources/source-input.ts';
import { InputInvalid } from '../../../src/problem.ts';
import { body, content, getty, person } from './contents.ts';

describe('a source', () => {
  it('of which only the type is known is one', () => {
    expect(checkSource(content())).toEqual(content());
    expect(checkSource(getty)).toEqual(getty);
  });

  it('is brought into the form in which it is stored', () => {
    expect(
      checkSource(
        content({
          title: '  Origins \n of the\tGreat Purges ',
          note: ' One.\r\n\n\tTwo. ',
          publisher: 'Cafe\u0301',
          issued: ' 1985-03 ',
          eventDate: '1956-02-14/1956-02-25',
          doi: 'https://doi.org/10.2307/ABC',
          isbn: '0-521-33570-1',
          issn: '00376779',
          pmid: 'PMID 17284678',
          url: ' HTTP://Example.org/a b ',
          language: 'EN-us',
          creators: [{ ...person(' Gogh ', ' Vincent '), nonDroppingParticle: ' van ' }],
        }),
      ),
    ).toEqual(
      content({
        title: 'Origins of the Great Purges',
        note: 'One.\n\n\tTwo.',
        publisher: 'Café',
        issued: '1985-03',
        eventDate: '1956-02-14/1956-02-25',
        doi: '10.2307/abc',
        isbn: '9780521335706',
        issn: '0037-6779',
        pmid: '17284678',
        url: 'http://example.org/a%20b',
        language: 'en-US',
        creators: [{ ...person('Gogh', 'Vincent'), nonDroppingParticle: 'van' }],
      }),
    );
  });

  it.each([
    '1956',
    '1956-02-25',
    '195X',
    '1956~',
    '-0043',
    'Y170000002',
    '1956/1958',
    '1985/..',
    '../1985',
    '1956-21',
  ])('may be issued %s', (issued) => {
    expect(checkSource(content({ issued })).issued).toBe(issued);
  });

  const wrong: [Partial<SourceContent>, string][] = [
    [{ title: ' ' }, 'The title is empty; write something in it, or leave it out.'],
    [{ note: '\u200B\n' }, 'The note is empty; write something in it, or leave it out.'],
    [{ title: 'a'.repeat(2_001) }, 'The title is longer than 2000 characters; shorten it.'],
    [{ abstract: 'a'.repeat(20_001) }, 'The abstract is longer than 20000 characters; shorten it.'],
    [{ note: 'abc\u0085TY  - BOOK' }, 'The note has a control character; remove it.'],
    [{ abstract: 'a\fb' }, 'The abstract has a control character; remove it.'],
    [{ volume: '1\u0007' }, 'The volume has a control character; remove it.'],
    [
      { issued: '1956-02-30' },
      '"1956-02-30" is not an EDTF date; give one such as 1956, 1956-02-25, 195X, 1956~, -0043 or 1956/1958.',
    ],
    [{ accessed: 'yesterday' }, '"yesterday" is not an EDTF date'],
    [{ issued: '1958/1956' }, '"1958/1956" is not an EDTF date'],
    [{ issued: '{1956,1958}' }, '"{1956,1958}" is not an EDTF date'],
    [{ doi: '10' }, '"10" is not a DOI'],
    [{ isbn: '0-521-33570-X' }, 'ask for 1 there'],
    [{ url: 'ftp://example.org' }, '"ftp://example.org" is not a web address'],
    [{ language: 'english' }, '"english" is not a language tag; give a BCP 47 tag such as en, ru or pt-BR.'],
    [
      { creators: [person(' ')] },
      "A part of a creator's name is empty; write something in it, or leave it out.",
    ],
    [
      { creators: [{ ...body('x'), literal: null }] },
      'A creator has no name; give `family` with what else is known, or `literal`.',
    ],
    [
      { creators: [{ ...body('Anon'), given: 'J.' }] },
      'The creator "Anon" has parts of a name besides `literal`',
    ],
    [{ creators: Array(501).fill(person('A')) }, 'There are more than 500 creators; leave some out.'],
  ];
  it.each(wrong)('is refused, number %#', (known, message) => {
    expect(() => checkSource(content(known))).toThrow(InputInvalid);
    expect(() => checkSource(content(known))).toThrow(message);
  });

  it('that was checked is the same when it is checked again', () => {
    const fields = fc.constantFrom(
      ...Object.keys(textVariables).filter((name) => !/^(doi|is[bs]n|pmc?id|url|language)$/.test(name)),
    );
    fc.assert(
      fc.property(fc.dictionary(fields, fc.string({ unit: 'binary', minLength: 1 })), (known) => {
        let checked: SourceContent;
        try {
          checked = checkSource(content(known));
        } catch (error) {
          expect(error).toBeInstanceOf(InputInvalid);
          return;
        }
        expect(checkSource(checked)).toEqual(checked);
      }),
    );
  });
});
