import { describe, expect, it } from 'vitest';
import { readSources } from '../../../src/citations/exchange/read.ts';
import { writeSource } from '../../../src/citations/exchange/write.ts';
import { emptyContent, type SourceContent } from '../../../src/citations/source.ts';
import type { ReadSource } from '../../../src/citations/sources/import.ts';

const bibtex = (text: string) => readSources(text, 'bibtex');

/** What is known of the only source of a file. */
function known(text: string): Partial<SourceContent> & { dropped: string[] } {
  const [read, ...others] = bibtex(text);
  if (read === undefined || 'refused' in read || others.length > 0) throw new Error(JSON.stringify(read));
  const { creators, ...fields } = read.content;
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  return { ...given, ...(creators.length === 0 ? {} : { creators }), dropped: read.dropped };
}

/** Each record in short. */
function told(records: readonly ReadSource[]): string[] {
  return records.map(
    (one) => `${one.place} ${one.key}: ${'refused' in one ? one.refused : one.content.title}`,
  );
}

const noParts = {
  family: null,
  given: null,
  droppingParticle: null,
  nonDroppingParticle: null,
  suffix: null,
  literal: null,
};

describe('An entry of BibTeX', () => {
  it.each([
    [String.raw`{\L}{\'o}d{\'z} \"uber Stra{\ss}e --- a~b`, 'Łódź über Straße — a\u00A0b'],
    ["``quotes'' and `single'", "“quotes” and `single'"],
    [String.raw`\emph{Pravda} \& {Izvestia} 50\% H\textsubscript{2}O`, 'Pravda & Izvestia 50% H2O'],
    ['a $<$ b, x < y <i>z</i>', 'a < b, x < y <i>z</i>'],
    ['Сталин и 列宁', 'Сталин и 列宁'],
  ])('has its LaTeX decoded: %s', (latex, title) => {
    expect(known(`@book{k, title = {${latex}}}`)).toMatchObject({ title, dropped: [] });
  });

  it('has names of persons and bodies', () => {
    const names =
      'de Musset, Alfred and {Marks and Spencer} and Vincent van Gogh and King, Jr., Martin and others';
    expect(known(`@book{k, author = {${names}}}`)).toEqual({
      type: 'BOOK',
      creators: [
        { role: 'AUTHOR', ...noParts, family: 'Musset', given: 'Alfred', nonDroppingParticle: 'de' },
        { role: 'AUTHOR', ...noParts, literal: 'Marks and Spencer' },
        { role: 'AUTHOR', ...noParts, family: 'Gogh', given: 'Vincent', nonDroppingParticle: 'van' },
        { role: 'AUTHOR', ...noParts, family: 'King', given: 'Martin', suffix: 'Jr.' },
      ],
      dropped: ['author'],
    });
  });

  it.each([
    ['year = 1956', '1956'],
    ['year = 1956, month = feb', '1956-02'],
    ['year = {1956}, month = {25 February}', '1956-02-25'],
    ['year = 1956, month = 2, day = 25', '1956-02-25'],
    ['year = 1956, month = {Spring}', '1956-21'],
    ['year = {1956--1958}', '1956/1958'],
    ['year = {c. 1956}', '1956~'],
    ['date = {1956~/1958}', '1956~/1958'],
    ['date = {1956-02-25}, year = 1956', '1956-02-25'],
  ])('was issued: %s', (fields, issued) => {
    expect(known(`@book{k, ${fields}}`)).toEqual({ type: 'BOOK', issued, dropped: [] });
  });

  it.each([
    ['year = {forthcoming}', ['year']],
    ['year = {56}', ['year']],
    ['date = {02.03.1956}', ['date']],
  ])('has no date that would be guessed: %s', (fields, dropped) => {
    expect(known(`@book{k, ${fields}}`)).toEqual({ type: 'BOOK', dropped });
  });

  it('has the strings put in that it names, and tells of those that are not there', () => {
    const file =
      '@string{ocp = "Oxford"}\n@STRING(Press = ocp # { Press})\n@book{k, publisher = press # ", Ltd", series = nope}';
    expect(known(file)).toEqual({ type: 'BOOK', publisher: 'Oxford Press, Ltd', dropped: ['series'] });
  });

  it('has the fields of the entry that it refers to, but not its identifiers', () => {
    const [chapter] = bibtex(
      '@inbook{c, title = {One}, crossref = {b}}\n@book{b, title = {All}, author = {A, B}, year = 1956, doi = {10.1000/1}}',
    );
    expect(chapter).toMatchObject({ content: { title: 'One', container: 'All', issued: '1956', doi: null } });
  });

  it('refers to itself in vain', () => {
    expect(
      told(bibtex('@book{a, title = {A}, crossref = {b}}\n@book{b, title = {B}, crossref = {a}}')),
    ).toEqual(['1 a: A', '2 b: B']);
  });

  it.each([
    ['article', '', 'ARTICLE_JOURNAL', []],
    ['article', 'entrysubtype = {magazine}', 'ARTICLE_MAGAZINE', []],
    ['article', 'entrysubtype = {article-newspaper}', 'ARTICLE_NEWSPAPER', []],
    ['misc', 'entrysubtype = {map}', 'MAP', []],
    ['unheardof', '', 'DOCUMENT', ['type @unheardof']],
    ['constructor', 'toString = {x}', 'DOCUMENT', ['type @constructor', 'tostring']],
  ])('of type %s, %s', (type, fields, expected, dropped) => {
    expect(known(`@${type}{k, ${fields}}`)).toEqual({ type: expected, dropped });
  });

  it('keeps the zeros of numbers, the pages and the address, and tells what a source cannot hold', () => {
    const file = String.raw`@Article{k,
      isbn = 0306406152, pages = {12--15}, howpublished = "\url{http://example.org/a\_b%20c}",
      keywords = {a, b}, eprint = {2101.00001}, archivePrefix = {arXiv}, }`;
    expect(known(file)).toEqual({
      type: 'ARTICLE_JOURNAL',
      isbn: '0306406152',
      pages: '12-15',
      url: 'http://example.org/a_b%20c',
      archive: 'arXiv',
      archiveLocation: '2101.00001',
      dropped: ['keywords'],
    });
  });
});

it('Words that JavaScript has for itself are words', () => {
  expect(
    known('@book{k, type = {constructor}, language = {constructor}, year = {constructor 1956}}'),
  ).toEqual({
    type: 'BOOK',
    genre: 'constructor',
    dropped: ['language', 'year'],
  });
});

describe('A BibTeX file', () => {
  it('has comments, preambles and other text in it', () => {
    const file =
      'Mail me@example.org\r\n@comment{ @book{no, title = {No}} }\r\n%@book{no, title = {No}}\r\n@preamble{"\\x"}\r\n@book(a, title = "A (1) {"}")\r\n@book{, title = {B}}@book{title = {C}}';
    expect(told(bibtex(`\uFEFF${file}`))).toEqual(['5 a: A (1) "', '6 null: B', '6 null: C']);
  });

  it('has bad entries told by line, and the others read', () => {
    const file = `@book{a, title = {A}}
@book{b, title = {B {x},
  year = 1956
}
@book{c, title = {C}}
@book{d, title = {D} year = 1956}
@book{e, title = {E $x}}
@book{f, title = {${'{'.repeat(60)}${'}'.repeat(60)}}}
@string{g = }
@book{h, title = {H}`;
    const unclosed =
      'The entry that starts here does not end before the next one or the end of the file; close its braces.';
    expect(told(bibtex(file))).toEqual([
      '1 a: A',
      `2 null: ${unclosed}`,
      '5 c: C',
      '6 d: The entry is not BibTeX; write each field as name = {value}, with a comma between two of them.',
      '7 e: Its title is not LaTeX; see that braces and dollar signs come in pairs.',
      '8 null: More than 50 braces stand in each other in the entry; take some away.',
      '9 null: The @string is not name = {text}; correct it.',
      `10 null: ${unclosed}`,
    ]);
  });

  it('may be empty, and is told apart from other text', () => {
    expect(bibtex('')).toEqual([]);
    expect(bibtex('% nothing\n')).toEqual([]);
    expect(() => bibtex(`x${'\n'.repeat(1_000_000)}`)).toThrow('The file is not BibTeX');
    expect(() => bibtex('TY  - BOOK\nER  - \n')).toThrow('The file is not BibTeX; its entries begin');
  });

  it.each([
    ['a field of a megabyte', `@book{a, abstract = {${'x'.repeat(1_000_000)}}}`],
    ['a megabyte of names', `@book{a, author = {${'A and '.repeat(170_000)}B}}`],
    ['a megabyte of braces', `@book{a, title = ${'{'.repeat(1_000_000)}`],
    ['a megabyte of balanced braces', `@book{a, title = ${'{'.repeat(500_000)}${'}'.repeat(500_000)}}`],
    ['a megabyte of backslashes', `@book{a, title = {${'\\'.repeat(1_000_000)}}}`],
    ['a megabyte of entries that do not end', '@book{a, t = {\n'.repeat(70_000)],
    ['a megabyte of comments that do not end', '@comment{\n'.repeat(100_000)],
    ['spaces in place of a key', `@book{${' '.repeat(20_000)}= {a}}`],
    ['a key of many words', `@book{${'a '.repeat(500_000)}`],
    [
      'twenty long fields',
      `@book{a, ${Array.from({ length: 20 }, (_, at) => `${'abcdefghijklmnopqrst'[at]} = {${'x'.repeat(40_000)}}`).join()}}`,
    ],
    ['spaces between names', `@book{a, author = {A${' '.repeat(49_000)}B}}`],
    ['spaces between pages', `@book{a, pages = {1${' '.repeat(49_000)}2}}`],
    ['entries on one line', '@book{a,}'.repeat(20_000)],
    ['a megabyte of quotation marks', `@book(a, title = ${'"'.repeat(1_000_000)}`],
    [
      'strings that double',
      `@string{s0 = "ha"}${Array.from({ length: 60 }, (_, at) => `@string{s${at + 1} = s${at} # s${at}}`).join('\n')}@book{a, title = s60}`,
    ],
  ])('ends soon: %s', (_what, file) => {
    for (const record of bibtex(file)) if (!('refused' in record)) expect(record.content.title).toBeNull();
  });
});

it('A key that is none stays, for the import to refuse', () => {
  expect(told(bibtex('@book{a b#, title = {A}}'))).toEqual(['1 a b#: A']);
});

it('An entry is written on the same lines for programs that end lines at other characters', () => {
  const content = { ...emptyContent('BOOK'), note: 'abc\u0085@book{x,\u001e\u2028\u0007}\ty' };
  const written = writeSource({ key: 'k', content }, 'bibtex');
  expect(written).toContain('  note = {abc @book\\textbraceleft{}x, \\textbraceright{} y},\n');
  expect(written.match(/[\p{Cc}\u2028\u2029]/gu)).toEqual(['\n', '\n', '\n']);
});

it('An entry is written with its specials escaped', () => {
  const [read] = readSources(
    JSON.stringify([
      {
        id: 'k',
        type: 'article-journal',
        title: 'A {B} & 50% of C_d\\e',
        author: [
          { literal: 'Marks and Spencer' },
          { family: 'Musset', given: 'A.', 'dropping-particle': 'de' },
        ],
        page: '12-15',
        issued: { 'date-parts': [[1956, 2]], circa: true },
      },
    ]),
    'csl-json',
  );
  if (read === undefined || 'refused' in read) throw new Error('The item was refused');
  expect(writeSource({ key: 'k', content: read.content }, 'bibtex')).toBe(String.raw`@article{k,
  author = {{Marks and Spencer} and family={Musset}, given={A.}, prefix={de}, useprefix=false},
  title = {{A \textbraceleft{}B\textbraceright{} \& 50\% of C\_d\textbackslash{}e}},
  date = {1956-02~},
  pages = {12--15},
}
`);
});
