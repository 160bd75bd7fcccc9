import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDoi, doiIn } from '../../../src/citations/sources/doi.ts';
import { checkIsbn, isbnIn } from '../../../src/citations/sources/isbn.ts';
import { checkIssn } from '../../../src/citations/sources/issn.ts';
import { checkPmcid, checkPmid } from '../../../src/citations/sources/pubmed.ts';
import { InputInvalid } from '../../../src/problem.ts';

const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((all) => all.join(''));

/** The one last character that makes a number valid. */
function completions(check: (given: string) => string, before: string): string[] {
  return [...'0123456789X'].filter((last) => {
    try {
      check(before + last);
      return true;
    } catch (error) {
      if (error instanceof InputInvalid) return false;
      throw error;
    }
  });
}

describe('a DOI', () => {
  it.each([
    '10.2307/2499177',
    'doi:10.2307/2499177',
    'DOI 10.2307/2499177.',
    'DOI: 10.2307/2499177',
    'https://doi.org/10.2307/2499177',
    'http://dx.doi.org/10.2307/2499177',
    'https://www.doi.org/10.2307/2499177?x=1#top',
    'doi.org/10.2307/2499177',
    'https://doi.org/https://doi.org/10.2307/2499177',
    'https://doi.org/doi:10.2307%2F2499177',
    'info:doi/10.2307/2499177',
    'urn:doi:10.2307/2499177',
    ' <https://doi.org/10.2307/2499177>, ',
    '(doi: 10.2307/2499177)',
    '“10.2307/2499177.”',
    '10.2307/24\u00AD99177',
  ])('is read from %s', (given) => {
    expect(checkDoi(given)).toBe('10.2307/2499177');
  });

  it.each([
    [
      '10.1002/(SICI)1097-4679(199601)52:1<1::AID-JCLP1>3.0.CO;2-#',
      '10.1002/(sici)1097-4679(199601)52:1<1::aid-jclp1>3.0.co;2-#',
    ],
    [
      'https://doi.org/10.1002/(SICI)1097(1996)52:1%3C1::AID%3E3.0.CO;2-%23',
      '10.1002/(sici)1097(1996)52:1<1::aid>3.0.co;2-#',
    ],
    ['10.1016/S0140-6736(05)67889-0', '10.1016/s0140-6736(05)67889-0'],
    ['10.1000.10/ÄB', '10.1000.10/Äb'],
  ])('keeps what is its own: %s', (given, doi) => {
    expect(checkDoi(given)).toBe(doi);
  });

  it.each([
    '',
    '10.2307',
    '10.2307/',
    '10.23/1',
    '11.2307/2499177',
    '10.2307/24 99177',
    `10.2307/${'1'.repeat(600)}`,
    '10.1000/\0',
  ])('is not "%s"', (given) => {
    expect(() => checkDoi(given)).toThrow(/is not a DOI; give one such as 10\.2307\/2499177\.$/);
    expect(() => checkDoi(given)).toThrow(InputInvalid);
  });

  it('that was read is read as the same, in any wrapping', () => {
    const suffix = fc.stringMatching(/^[a-zA-Z0-9%()<>[\]._;:/-]{0,20}[a-z0-9]$/);
    const wrap = fc.constantFrom(
      (doi: string) => doi,
      (doi: string) => `https://doi.org/${encodeURIComponent(doi)}`,
      (doi: string) => `doi: ${doi}.`,
      (doi: string) => `info:doi/${doi},`,
    );
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 999_999_999 }), suffix, wrap, (registrant, rest, wrapped) => {
        const doi = checkDoi(`10.${registrant}/${rest}`);
        expect(checkDoi(doi)).toBe(doi);
        expect(checkDoi(wrapped(doi))).toBe(doi);
      }),
    );
  });

  it.each([
    ['Getty, J. Arch. Origins. https://doi.org/10.2307/2499177.', '10.2307/2499177'],
    ['see doi:10.2307/2499177), and', '10.2307/2499177'],
    ['<a href="https://doi.org/10.2307/2499177">10.2307/2499177</a>', '10.2307/2499177'],
    ['https://onlinelibrary.wiley.com/doi/10.1002/asi.20316/full?x=1', '10.1002/asi.20316'],
    ['https://www.jstor.org/stable/10.2307/2499177', '10.2307/2499177'],
    ['https://doi.org/10.2307%2F2499177', '10.2307/2499177'],
    ['doi10.2307/2499177 (1985)', '10.2307/2499177'],
    ['The 110.2307/5 and the 10.5 percent', null],
    ['', null],
  ])('is found in %s', (text, doi) => {
    expect(doiIn(text)).toBe(doi);
  });

  it('is found in long lines in no time, and never breaks on any text', () => {
    expect(doiIn('10.1000'.repeat(100_000))).toBeNull();
    expect(doiIn('https://'.repeat(50_000))).toBeNull();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const doi = doiIn(`${text} 10.1000/${text}`);
        if (doi !== null) expect(checkDoi(doi)).toBe(doi);
      }),
    );
  });
});

describe('an ISBN', () => {
  it.each([
    '9780521335706',
    '978-0-521-33570-6',
    'ISBN 0-521-33570-1',
    'ISBN-10: 0521335701',
    'ISBN-13: 978 0 521 33570 6',
    '978–0–521–33570–6',
  ])('is read from %s', (given) => {
    expect(checkIsbn(given)).toBe('9780521335706');
  });

  it('may end in X', () => {
    expect(['0-8044-2957-X', '080442957x'].map(checkIsbn)).toEqual(['9780804429573', '9780804429573']);
  });

  it('has one right check digit, which the message tells', () => {
    const before = fc.oneof(
      digits(9),
      digits(9).map((rest) => `978${rest}`),
      digits(9).map((rest) => `979${rest}`),
    );
    fc.assert(
      fc.property(before, fc.integer({ min: 0, max: 9 }), (body, last) => {
        const right = completions(checkIsbn, body);
        expect(right).toHaveLength(1);
        expect(checkIsbn(checkIsbn(body + right[0]))).toBe(checkIsbn(body + right[0]));
        if (String(last) === right[0]) return;
        expect(() => checkIsbn(body + last)).toThrow(
          `The ISBN "${body + last}" ends in ${last}, but the digits before ask for ${right[0]} there; look for a digit that was mistyped.`,
        );
      }),
    );
  });

  it.each(['', '12345', '978052133570', '9770521335706', 'X521335706', '9780521335706 (pbk.)'])(
    'is not "%s"',
    (given) => {
      expect(() => checkIsbn(given)).toThrow(/is not an ISBN; give 13 digits/);
    },
  );

  it.each([
    ['ISBN 0-521-33570-1 (pbk.)', '9780521335706'],
    ['978-0-521-33570-6 (hardback), 0-521-25921-3', '9780521335706'],
    ['Cambridge 1985. ISBN: 0521335701.', '9780521335706'],
    ['0521335701', '9780521335706'],
    ['ISBN 0-521-33570-2, ISBN 978 0 521 33570 6', '9780521335706'],
    ['call 0521335702 or 0521335701', null],
    ['nothing', null],
  ])('is found in %s', (text, isbn) => {
    expect(isbnIn(text)).toBe(isbn);
  });
});

describe('an ISSN', () => {
  it.each([
    '0037-6779',
    '00376779',
    'ISSN 0037-6779',
    'eISSN: 0037-6779',
    'https://portal.issn.org/resource/ISSN/0037-6779',
  ])('is read from %s', (given) => {
    expect(checkIssn(given)).toBe('0037-6779');
  });

  it('has one right check character, which the message tells', () => {
    fc.assert(
      fc.property(digits(7), (body) => {
        const right = completions(checkIssn, body);
        expect(right).toHaveLength(1);
        expect(checkIssn(checkIssn(body + right[0]))).toBe(`${body.slice(0, 4)}-${body.slice(4)}${right[0]}`);
      }),
    );
    expect(() => checkIssn('0037-6770')).toThrow('ends in 0, but the digits before ask for 9 there');
    expect(() => checkIssn('2434-5619')).toThrow('ask for X there');
    expect(checkIssn('2434-561x')).toBe('2434-561X');
    expect(() => checkIssn('0037-677')).toThrow(/is not an ISSN; give 8 digits such as 0037-6779\.$/);
  });
});

it('Numbers of PubMed are brought into one form', () => {
  expect(['17284678', 'PMID: 17284678', 'https://pubmed.ncbi.nlm.nih.gov/17284678/'].map(checkPmid)).toEqual(
    Array(3).fill('17284678'),
  );
  expect(
    [
      'PMC1790863',
      '1790863',
      'PMCID: pmc1790863',
      'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1790863/',
    ].map(checkPmcid),
  ).toEqual(Array(4).fill('PMC1790863'));
  expect(() => checkPmid('x')).toThrow('"x" is not a PubMed number; give one such as 17284678.');
  expect(() => checkPmcid('')).toThrow('"" is not a number of PubMed Central; give one such as PMC1790863.');
});
