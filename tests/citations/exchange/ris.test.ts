import { describe, expect, it } from 'vitest';
import { readSources } from '../../../src/citations/exchange/read.ts';
import { writeSource } from '../../../src/citations/exchange/write.ts';
import { emptyContent, type SourceContent } from '../../../src/citations/source.ts';

/** What is known of the only source of a file. */
function known(...lines: string[]): Partial<SourceContent> & { dropped: string[] } {
  const [read, ...others] = readSources(`${lines.join('\n')}\nER  - \n`, 'ris');
  if (read === undefined || 'refused' in read || others.length > 0) throw new Error(JSON.stringify(read));
  const { creators, ...fields } = read.content;
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  return { ...given, ...(creators.length === 0 ? {} : { creators }), dropped: read.dropped };
}

const name = (family: string, given: string | null, suffix: string | null = null) => ({
  family,
  given,
  suffix,
  droppingParticle: null,
  nonDroppingParticle: null,
  literal: null,
});

describe('A record of RIS', () => {
  it('of an article has names, pages, numbers and dates, and values of several lines', () => {
    const lines = [
      'TY  - JOUR',
      'AU  - Getty, J. Arch',
      'A1  - King, Martin Luther, Jr.',
      'AU  - Academy of Sciences',
      'T1  - Origins  - of',
      'the Purges',
      'JO  - Slavic Review',
      'PY  - 1985',
      'DA  - 1985/06//',
      'VL  - 44',
      'IS  - 2',
      'SP  - 12',
      'EP  - 15',
      'SN  - 0037-6779',
      'DO  - 10.2307/2499177',
      'KW  - purges',
    ];
    expect(known(...lines)).toEqual({
      type: 'ARTICLE_JOURNAL',
      creators: [
        { role: 'AUTHOR', ...name('Getty', 'J. Arch') },
        { role: 'AUTHOR', ...name('', null), family: null, literal: 'Academy of Sciences' },
        { role: 'AUTHOR', ...name('King', 'Martin Luther', 'Jr.') },
      ],
      title: 'Origins  - of the Purges',
      container: 'Slavic Review',
      issued: '1985-06',
      volume: '44',
      issue: '2',
      pages: '12-15',
      issn: '0037-6779',
      doi: '10.2307/2499177',
      dropped: ['KW'],
    });
  });

  it.each([
    ['PY  - 1956', '1956'],
    ['PY  - 1956///', '1956'],
    ['PY  - 1956/02/25/', '1956-02-25'],
    ['PY  - 1956///ca. 1956', '1956~'],
    ['Y1  - 1956/2', '1956-02'],
    ['PY  - 25 February 1956', '1956-02-25'],
  ])('was issued: %s', (line, issued) => {
    expect(known('TY  - RPRT', line)).toEqual({ type: 'REPORT', issued, dropped: [] });
  });

  it('has tags that mean something else in records of another type', () => {
    expect(known('TY  - BOOK', 'A3  - Doe, Jane', 'SP  - 320')).toEqual({
      type: 'BOOK',
      creators: [{ role: 'EDITOR', ...name('Doe', 'Jane') }],
      numberOfPages: '320',
      dropped: [],
    });
    expect(known('TY  - CONF', 'C3  - Proceedings', 'CY  - Tbilisi')).toMatchObject({
      container: 'Proceedings',
      eventPlace: 'Tbilisi',
    });
  });

  it('of an unknown type is a document', () => {
    expect(known('TY  - FOO', 'TI  - A', 'PY  - n.d.')).toEqual({
      type: 'DOCUMENT',
      title: 'A',
      dropped: ['type FOO', 'PY'],
    });
  });
});

describe('A RIS file', () => {
  it('has bad records told by line, and the others read', () => {
    const file = [
      '\uFEFFProvider: nobody',
      'TY  - BOOK',
      'ID  - a',
      'TI  - A',
      'ER  -',
      '',
      'TY  - BOOK',
      'ID  - b',
      'TY  - BOOK',
      'ID  - c',
      `AB  - ${'x'.repeat(1_000_000)}`,
      'ER  - ',
      'TY  - BOOK',
      'ID  - d',
      'TI  - D',
    ].join('\r\n');
    const told = readSources(file, 'ris').map(
      (one) => `${one.place} ${one.key}: ${'refused' in one ? one.refused : one.content.title}`,
    );
    const unended = 'The line "ER  - " that ends the record is missing; put it there.';
    expect(told).toEqual([
      '2 a: A',
      `7 b: ${unended}`,
      '9 c: Its AB is too long for a source; shorten it.',
      `13 d: ${unended}`,
    ]);
  });

  it('may be empty, and is told apart from other text', () => {
    expect(readSources('', 'ris')).toEqual([]);
    expect(() => readSources('@book{a,}', 'ris')).toThrow(
      'The file is not RIS; its records begin with a line such as "TY  - BOOK".',
    );
  });

  it.each([
    ['lines without a tag', `TY  - BOOK\nAB  - a\n${'b\n'.repeat(500_000)}ER  - `],
    ['records that do not end', 'TY  - BOOK\n'.repeat(90_000)],
    ['hyphens', `TY  - BOOK\n${' -'.repeat(500_000)}\nER  - `],
  ])('ends soon: a megabyte of %s', (_what, file) => {
    for (const record of readSources(file, 'ris')) expect(record.key).toBeNull();
  });
});

it('A record whose ID is no citation key is read without it', () => {
  const read = readSources('TY  - BOOK\nID  - Smith 2001 #3\nKW  - x\nER  - \n', 'ris');
  expect(read).toMatchObject([{ key: null, dropped: ['KW', 'key "Smith 2001 #3"'] }]);
});

it('A value goes on behind a character that ends lines for some programs', () => {
  expect(known('TY  - BOOK', 'TI  - One', 'AB  - Two\u2028three')).toEqual({
    type: 'BOOK',
    title: 'One',
    abstract: 'Two\u2028three',
    dropped: [],
  });
});

it('A record is the same for programs that end lines at other characters', () => {
  const content = { ...emptyContent('BOOK'), note: 'abc\u0085TY  - BOOK\u001eER  - x\u2028\u0007y' };
  expect(writeSource({ key: 'k', content }, 'ris')).toBe(
    'TY  - BOOK\nID  - k\nN1  - abc TY - BOOK ER - x y\nER  - \n',
  );
});

it.each(['ARTICLE_NEWSPAPER', 'ARTICLE_MAGAZINE'] as const)(
  'Pages of a %s are its first and its last',
  (type) => {
    const content = { ...emptyContent(type), pages: '12-15' };
    expect(writeSource({ key: 'k', content }, 'ris')).toContain('\nSP  - 12\nEP  - 15\n');
    const one = writeSource({ key: 'k', content: { ...content, pages: '13' } }, 'ris');
    expect(one).toContain('\nSP  - 13\nER');
    expect(readSources(one, 'ris')).toMatchObject([{ content: { type, pages: '13' }, dropped: [] }]);
  },
);

it('A source is written a line for each value', () => {
  const content: SourceContent = {
    ...emptyContent('ARTICLE_JOURNAL'),
    creators: [{ role: 'AUTHOR', ...name('Getty', 'J. Arch'), nonDroppingParticle: 'van' }],
    title: 'Origins',
    pages: '12-15',
    issued: '1985-06~',
    abstract: 'One\n\nER  - two',
    issn: '0037-6779',
  };
  expect(writeSource({ key: 'a-long-key-of-more-than-20', content }, 'ris')).toBe(
    [
      'TY  - JOUR',
      'ID  - a-long-key-of-more-than-20',
      'AU  - van Getty, J. Arch',
      'TI  - Origins',
      'PY  - 1985',
      'DA  - 1985///1985-06~',
      'SP  - 12',
      'EP  - 15',
      'AB  - One ER - two',
      'SN  - 0037-6779',
      'ER  - ',
      '',
    ].join('\n'),
  );
});
