import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../src/entities/exchange/lines.ts';
import { all, chunksOf, csv, jsonl, reconciliation, tellAll } from './rows.ts';

const COLUMNS =
  'slug, kind, name, language, variants, surnames, abbreviations, former_names, description, start_date, end_date, wikidata, viaf, geonames, isni, lcnaf, gnd';
const headerFault = (fault: string) =>
  `The header ${fault}; write one line of kind and name, and of those of the other columns that there are, with commas between: ${COLUMNS}.`;

describe('CSV', () => {
  it('is read in any order of columns, with a cell over several lines, and with any ends of lines', async () => {
    const rows = csv('name,Kind\r\nOne,person\n"T,w\r\no",PLACE\n\n,\nThree,event');
    const read = [];
    for await (const row of rows) read.push(row);
    expect(read).toMatchObject([
      { place: 'line 2', label: 'One', given: { kind: 'PERSON', name: { text: 'One', language: null } } },
      { place: 'line 3', label: 'T,w o', given: { kind: 'PLACE', name: { text: 'T,w\no' } } },
      { place: 'line 7', given: { kind: 'EVENT', slug: null, names: [], authorities: [] } },
    ]);
  });

  it('reads every column', async () => {
    const [row] = await all(
      csv(`${COLUMNS.replaceAll(' ', '')}\na-b,WORK,A,en,B@ru|C,D,E,F,"'=G",1950,1951,Q1|Q2,3,4,5,6,7\n`),
    );
    expect(row).toMatchObject({
      given: {
        slug: 'a-b',
        kind: 'WORK',
        name: { text: 'A', language: 'en' },
        names: [
          { text: 'B', language: 'ru', kind: 'VARIANT' },
          { text: 'C', language: null, kind: 'VARIANT' },
          { text: 'D', language: null, kind: 'SURNAME' },
          { text: 'E', language: null, kind: 'ABBREVIATION' },
          { text: 'F', language: null, kind: 'FORMER' },
        ],
        description: '=G',
        startDate: '1950',
        endDate: '1951',
        authorities: [
          { scheme: 'WIKIDATA', value: 'Q1' },
          { scheme: 'WIKIDATA', value: 'Q2' },
          { scheme: 'VIAF', value: '3' },
          { scheme: 'GEONAMES', value: '4' },
          { scheme: 'ISNI', value: '5' },
          { scheme: 'LCNAF', value: '6' },
          { scheme: 'GND', value: '7' },
        ],
      },
    });
  });

  it.each([
    ['', 'The file is empty; its first line must be the header.'],
    ['kind;name\n', headerFault('names the unknown column "kind;name"')],
    ['kind,name,\n', headerFault('names the unknown column ""')],
    ['kind,name,birth\n', headerFault('names the unknown column "birth"')],
    ['kind,slug\n', headerFault('lacks the column name')],
    ['kind,name,Name\n', headerFault('names the column name twice')],
    ['kind,"name\n', expect.stringMatching(/^The header cannot be read\. The row opens a quotation mark/)],
  ])('with the header %j is refused', async (text, message) => {
    await expect(tellAll(csv(text))).rejects.toMatchObject({ code: 'INPUT_INVALID', message });
  });

  it('loses one row by one quotation mark too many, and no other', async () => {
    const stray = 'The row has a quotation mark in the middle of a cell';
    const unclosed = 'The row opens a quotation mark that is not closed where it should be';
    const told = await tellAll(
      csv(
        'kind,name\nPERSON,"A\nPERSON,B\nPERSON,"C, ""c"""\nPERSON,D "d"\nPERSON,"E" e\nPERSON,F\nPERSON,"G\n',
      ),
    );
    expect(told.map((line) => line.split(';')[0])).toEqual([
      `line 2: ${unclosed}`,
      'line 3: B',
      'line 4: C, "c"',
      `line 5: ${stray}`,
      `line 6: ${stray}`,
      'line 7: F',
      `line 8: ${unclosed}`,
    ]);
  });

  it('refuses rows that have other cells than the header, or a kind that there is not', async () => {
    expect(await tellAll(csv('kind,name\nPERSON\nPERSON,a,b\nperson ,A\nMAN,B\n,C\n'))).toEqual([
      'line 2: The row has 1 cells, and the header 2; give it as many, in quotation marks where a cell has a comma in it.',
      'line 3: The row has 3 cells, and the header 2; give it as many, in quotation marks where a cell has a comma in it.',
      'line 4: A',
      'line 5: "MAN" is not a kind; give one of PERSON, ORGANIZATION, PLACE, EVENT, WORK, CONCEPT.',
      'line 6: The kind is empty; give one of PERSON, ORGANIZATION, PLACE, EVENT, WORK, CONCEPT.',
    ]);
  });

  it('keeps nothing of a line that is too long', async () => {
    const long = `kind,name\nPERSON,${'a'.repeat(3_000_000)}\nPERSON,B`;
    expect(await tellAll(csv(long, 65_536))).toEqual([
      'line 2: The row is longer than 1000000 characters; shorten it.',
      'line 3: B',
    ]);
    expect(await all(linesOf(chunksOf('abcd\r\nab\r\n\r\nabcde', 2), 4))).toEqual([
      { number: 1, text: null },
      { number: 2, text: 'ab' },
      { number: 3, text: '' },
      { number: 4, text: null },
    ]);
  });
});

describe('JSON Lines', () => {
  const keys = 'slug, kind, names, description, authorities, startDate, endDate';

  it('need a kind and a name only', async () => {
    const rows = await all(
      jsonl(
        '\n{"kind":"PERSON","names":[{"text":"A"},{"text":"B"}]}\r\n  \n{"kind":"event","names":[{"text":"C"}]}',
      ),
    );
    expect(rows).toMatchObject([
      {
        place: 'line 2',
        given: { names: [{ text: 'B', language: null, kind: 'VARIANT' }], authorities: [] },
      },
      { place: 'line 4', given: { kind: 'EVENT', description: null } },
    ]);
  });

  it.each([
    ['{"kind"', 'The line is not JSON; write one object on it.'],
    ['[]', `The line must be an object with the keys ${keys}.`],
    ['null', `The line must be an object with the keys ${keys}.`],
    [
      '{"kind":"PERSON","names":[{"text":"A"}],"birth":1}',
      `The key "birth" is unknown; the keys of an entity are ${keys}.`,
    ],
    ['{"names":[{"text":"A"}]}', 'In the object "kind" must be text; correct it.'],
    ['{"kind":"PERSON"}', 'In the object "names" must be a list of names; correct it.'],
    ['{"kind":"PERSON","names":[]}', 'In the object "names" must have a name in it; correct it.'],
    [
      '{"kind":"PERSON","names":["A"]}',
      'In the object a name must be an object with "text", "language" and "kind"; correct it.',
    ],
    [
      '{"kind":"PERSON","names":[{"text":"A","kind":"NICK"}]}',
      'In the object "kind" must be one of PREFERRED, VARIANT, SURNAME, ABBREVIATION, FORMER; correct it.',
    ],
    [
      '{"kind":"PERSON","names":[{"text":"A","kind":"SURNAME"}]}',
      'The first name must be the preferred one; put that first.',
    ],
    [
      '{"kind":"PERSON","names":[{"text":"A"}],"authorities":[{"scheme":"WIKIDATA"}]}',
      'In the object "value" must be text; correct it.',
    ],
    [
      '{"kind":"PERSON","names":[{"text":"A"}],"startDate":1878}',
      'In the object "startDate" must be text; correct it.',
    ],
  ])('that are wrong are refused: %s', async (line, reason) => {
    expect(await tellAll(jsonl(`${line}\n{"kind":"PERSON","names":[{"text":"Good"}]}`))).toEqual([
      `line 1: ${reason}`,
      'line 2: Good',
    ]);
  });
});

describe('answers of a reconciliation service', () => {
  const human = { id: 'Q5', name: 'human' };
  const stalin = {
    id: 'Q855',
    name: 'Joseph Stalin',
    type: [human],
    score: 100,
    match: true,
    description: 'A.',
  };

  it.each([
    ['one answer', { result: [stalin] }, 'candidate 1'],
    ['answers by query', { q0: { result: [] }, q1: { result: [stalin] } }, 'q1, candidate 1'],
    ['a list', [stalin], 'candidate 1'],
  ])('are read as %s', async (_shape, value, place) => {
    expect(await all(reconciliation(JSON.stringify(value)))).toMatchObject([
      {
        place,
        label: 'Joseph Stalin',
        given: {
          slug: null,
          kind: 'PERSON',
          description: 'A.',
          authorities: [{ scheme: 'WIKIDATA', value: 'Q855' }],
        },
      },
    ]);
  });

  it('give those of which the service is sure, or all', async () => {
    const value = JSON.stringify([
      stalin,
      { ...stalin, id: 'Q1', name: 'Other', match: false },
      { ...stalin, match: null },
    ]);
    expect(await tellAll(reconciliation(value))).toEqual([
      'candidate 1: Joseph Stalin',
      'candidate 2: passed over',
      'candidate 3: passed over',
    ]);
    expect((await tellAll(reconciliation(value, true)))[1]).toBe('candidate 2: Other');
  });

  it('name kinds by our own words, by classes of Wikidata, and by the first type that is known', async () => {
    const types = [
      ['person'],
      [human],
      [{ id: 'http://www.wikidata.org/entity/Q515' }],
      [{ id: 'Q99' }, { id: 'Q571' }],
      'Q43229',
    ];
    const rows = await all(reconciliation(JSON.stringify(types.map((type) => ({ ...stalin, type })))));
    expect(rows.map((row) => 'given' in row && row.given.kind)).toEqual([
      'PERSON',
      'PERSON',
      'PLACE',
      'WORK',
      'ORGANIZATION',
    ]);
  });

  it('are told one by one what is wrong with them', async () => {
    const kinds = 'PERSON, ORGANIZATION, PLACE, EVENT, WORK, CONCEPT';
    const wrong = [
      7,
      { ...stalin, name: 3 },
      { ...stalin, id: '/m/09889g' },
      { ...stalin, type: [] },
      { ...stalin, type: [{ id: 'Q16521', name: 'taxon' }] },
      { ...stalin, id: 'joseph-stalin' },
    ];
    expect(await tellAll(reconciliation(JSON.stringify(wrong)))).toEqual([
      'candidate 1: Of the candidate it must be an object; correct it.',
      'candidate 2: Of the candidate "name" must be text; correct it.',
      'candidate 3: "/m/09889g" is neither a Wikidata id such as Q35314 nor a slug such as joseph-stalin; take candidates of Wikidata or of Scholion.',
      `candidate 4: The candidate names no type; give one of ${kinds}.`,
      `candidate 5: None of the types Q16521 tells a kind; put one of ${kinds} among them.`,
      'candidate 6: Joseph Stalin',
    ]);
  });

  it.each([
    ['{', 'The file is not JSON; for one object a line give --format jsonl.'],
    [
      '{"a":1}',
      expect.stringMatching(/^The file is not what a reconciliation service answers; it must be \{"result"/),
    ],
  ])('are refused as a whole: %s', async (text, message) => {
    await expect(tellAll(reconciliation(text))).rejects.toMatchObject({ code: 'INPUT_INVALID', message });
  });
});
