import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seedFolder } from '../../src/store/paths.ts';
import { dataDirectory, refusal, scholion, useSharedDirectory } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary.ts';

const seed = join(seedFolder, 'entities.jsonl');

/** Writes a file into a folder of a test's own. @returns its path. */
async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, content);
  return path;
}

const shared = useSharedDirectory();

/** Runs `scholion entities` on the store in a data directory. */
const on =
  (data: string) =>
  (command: string, ...args: string[]) =>
    scholion('entities', command, ...args, '--data', data);

const run = (command: string, ...args: string[]) => on(shared())(command, ...args);

const done = (out: string) => ({ code: 0, out, err: '' });

describe('scholion entities import', () => {
  it('imports a file, tells what it did, and changes nothing the second time', async () => {
    // Nobody has this one open, so that each command starts its database.
    const run = on(await dataDirectory());
    expect(await run('import', seed)).toEqual(done('88 rows: 88 new, 0 merged, 0 unchanged, 0 refused\n'));
    expect(await run('import', seed)).toEqual(done('88 rows: 0 new, 0 merged, 88 unchanged, 0 refused\n'));
    expect((await run('export')).out).toBe(await readFile(seed, 'utf8'));
  });

  it('reports bad rows by line and lets the good ones in, or none with --strict', async () => {
    const rows = [
      'PERSON,Joseph Stalin,en,Сталин@ru,Leader,1878-12-18,Q855',
      'PERSON,,en,,,,',
      `PLACE,${'a'.repeat(10_000)},en,,,,`,
      'PLACE,Moscow,en,,,,Q649x',
      'PLACE,Moscow,russian,,,,Q649',
      'PLACE,Moscow,en,Москва@,,,Q649',
      'TOWN,Moscow,en,,,,Q649',
      'PLACE,"Moscow,en,,,,Q649',
      'PLACE,Moscow,en',
      'PERSON,Dzhugashvili,,,,yesterday,Q855',
      'PERSON,Dzhugashvili,,,Another,,http://www.wikidata.org/entity/Q855',
      'PLACE,Stalin,,,,,Q855',
      'PLACE,Moscow,en,,,,Q649',
      'PLACE,Both,en,,,,Q649|Q855',
    ];
    const path = await file(
      'people.csv',
      `\uFEFFkind,name,language,variants,description,start_date,wikidata\r\n${rows.join('\r\n')}`,
    );
    const reasons = [
      'line 3: refused. A name is empty; write one or leave it out.',
      `line 4 (${'a'.repeat(59)}…): refused. A name is longer than 500 characters; shorten it.`,
      'line 5 (Moscow): refused. "Q649x" is not a Wikidata id; give one such as Q35314.',
      'line 6 (Moscow): refused. The language of a name is not a BCP 47 tag; give one such as en, ru or pt-BR, or leave it out.',
      'line 7 (Moscow): refused. "" after the @ in "Москва@" is not a language tag; give a BCP 47 tag such as en, ru or pt-BR, or write \\@ where the @ belongs to the name.',
      'line 8 (Moscow): refused. "TOWN" is not a kind; give one of PERSON, ORGANIZATION, PLACE, EVENT, WORK, CONCEPT.',
      'line 9 (PLACE,"Moscow,en,,,,Q649): refused. The row opens a quotation mark that is not closed where it should be; close it at the end of the cell, or double it where it belongs to the text.',
      'line 10 (Moscow): refused. The row has 3 cells, and the header 7; give it as many, in quotation marks where a cell has a comma in it.',
      'line 11 (Dzhugashvili): refused. "yesterday" is not an EDTF date; give one such as 1956, 1956-02-25, 195X, 1956~ or -0043, without an interval.',
      'line 13 (Stalin): refused. joseph-stalin is there as PERSON, and this says PLACE; correct the kind, or what makes it joseph-stalin.',
      'line 15 (Both): refused. Its authorities belong to different entities, moscow and joseph-stalin; correct the row, or merge those two first.',
    ];
    const err = reasons.map((reason) => `${path}, ${reason}\n`).join('');
    const notes = [
      'its WIKIDATA id Q855 is that of joseph-stalin, which had none of its names; see whether that is right.',
      'its description is another than that of joseph-stalin, which stays.',
    ];
    const out = `${notes.map((note) => `${path}, line 12 (Dzhugashvili): ${note}\n`).join('')}14 rows: 2 new, 1 merged, 0 unchanged, 11 refused\n`;
    const undone =
      'Nothing was written, as a row was refused; correct it, or import the others without --strict.\n';
    expect(await run('import', path, '--strict')).toEqual({ code: 1, out, err: err + undone });
    expect((await run('export')).out).toBe('');
    const dry = 'Nothing was written, as this was a dry run.\n';
    expect(await run('import', path, '--dry-run')).toEqual({ code: 1, out: out + dry, err });
    expect((await run('export')).out).toBe('');
    expect(await run('import', path)).toEqual({ code: 1, out, err });
    expect((await run('export', '--format', 'csv')).out.split('\r\n').slice(1)).toEqual([
      'joseph-stalin,PERSON,Joseph Stalin,en,Сталин@ru|Dzhugashvili,,,,Leader,1878-12-18,,Q855,,,,,',
      'moscow,PLACE,Moscow,en,,,,,,,,Q649,,,,,',
      '',
    ]);
  });

  it('tells of every row when asked to, and of a hundred refused ones at most', async () => {
    const bad = Array.from({ length: 120 }, () => 'PERSON,""').join('\n');
    const path = await file('rows.csv', `kind,name\nPERSON,A\n${bad}\nPERSON,a\n`);
    const { code, out, err } = await run('import', path, '--verbose');
    expect([code, out]).toEqual([
      1,
      `${path}, line 2 (A): new a\n${path}, line 2 (A): "A" is too common a word, no word or too many words, so the linker does not look for it.\n${path}, line 123 (a): merged a\n122 rows: 1 new, 1 merged, 0 unchanged, 120 refused\n`,
    ]);
    const lines = err.trimEnd().split('\n');
    expect([lines.length, lines.at(-1)]).toEqual([101, 'And 20 more refused rows.']);
  });

  it('takes the matches of a reconciliation service, or all candidates', async () => {
    const human = [{ id: 'Q5', name: 'human' }];
    const path = await file(
      'answer.json',
      JSON.stringify({
        q0: { result: [{ id: 'Q855', name: 'Joseph Stalin', type: human, score: 99, match: true }] },
        q1: {
          result: [
            { id: 'Q1', name: 'Universe', type: human, score: 9, match: false },
            { id: '7', name: 'X' },
          ],
        },
      }),
    );
    expect(await run('import', path)).toEqual(
      done(
        '1 rows: 1 new, 0 merged, 0 unchanged, 0 refused; 2 candidates passed over that are not marked as a match\n',
      ),
    );
    expect(await run('import', path, '--all-candidates')).toEqual({
      code: 1,
      out: '3 rows: 1 new, 0 merged, 1 unchanged, 1 refused\n',
      err: `${path}, q1, candidate 2 (X): refused. The candidate names no type; give one of PERSON, ORGANIZATION, PLACE, EVENT, WORK, CONCEPT.\n`,
    });
  });

  it('takes the format that it is told', async () => {
    const path = await file('entities.txt', await readFile(seed));
    expect((await run('import', path, '--format', 'jsonl')).out).toMatch(/^88 rows: 88 new/);
  });

  it('refuses a file that it cannot read, whole', async () => {
    const folder = await temporaryFolder();
    const missing = join(folder, 'missing.csv');
    expect(await run('import', missing)).toEqual(refusal(`${missing} does not exist; check its name.`));
    expect(await run('import', folder)).toEqual(refusal(`${folder} is a folder; name a file in it.`));
    const text = await file('people.txt', 'kind,name\n');
    expect(await run('import', text)).toEqual(
      refusal(
        `The name of ${text} does not tell its format; let it end in .csv (csv), .jsonl or .ndjson (jsonl), .json (reconciliation), or give --format.`,
      ),
    );
    const latin = await file('latin.csv', Buffer.from(`kind,name\nPERSON,Good\nPERSON,Zo\u00eb\n`, 'latin1'));
    expect(await run('import', latin)).toEqual(
      refusal(`${latin} is not UTF-8 text; convert it, for instance with iconv.`),
    );
    const wrong = await file('wrong.csv', 'kind;name\nPERSON;A\n');
    expect(await run('import', wrong)).toEqual(
      refusal(
        `${wrong}: The header names the unknown column "kind;name"; write one line of kind and name, and of those of the other columns that there are, with commas between: slug, kind, name, language, variants, surnames, abbreviations, former_names, description, start_date, end_date, wikidata, viaf, geonames, isni, lcnaf, gnd.`,
      ),
    );
    expect((await run('export')).out).toBe('');
  });
});

describe('scholion entities export', () => {
  it('writes a file that makes the same registry of an empty one', async () => {
    const other = on(await dataDirectory());
    const path = join(await temporaryFolder(), 'entities.csv');
    await run('import', seed);
    expect(await run('export', path)).toEqual(done(`${path}: 88 entities\n`));
    expect((await other('import', path, '--strict')).out).toBe(
      '88 rows: 88 new, 0 merged, 0 unchanged, 0 refused\n',
    );
    expect((await other('export', '--format', 'csv')).out).toBe(await readFile(path, 'utf8'));
  });

  it('writes the kinds that are asked for', async () => {
    await run('import', await file('a.csv', 'kind,name\nPERSON,A\nPLACE,B\nEVENT,C\nPERSON,D\n'));
    const { out } = await run('export', '--format', 'reconciliation', '--kind', 'person', '--kind', 'EVENT');
    expect(JSON.parse(out).result).toEqual([
      { id: 'a', name: 'A', type: [{ id: 'PERSON', name: 'Person' }], score: 100, match: true },
      { id: 'c', name: 'C', type: [{ id: 'EVENT', name: 'Event' }], score: 100, match: true },
      { id: 'd', name: 'D', type: [{ id: 'PERSON', name: 'Person' }], score: 100, match: true },
    ]);
    expect(await run('export', '--kind', 'TOWN')).toEqual(
      refusal('"TOWN" is not a kind; give one of PERSON, ORGANIZATION, PLACE, EVENT, WORK, CONCEPT.'),
    );
  });

  it('says what it cannot do', async () => {
    const nowhere = join(await temporaryFolder(), 'no', 'such', 'folder.csv');
    expect(await run('export', nowhere)).toEqual(
      refusal(`${nowhere} cannot be written (it does not exist); choose another file.`),
    );
    expect((await run('export', 'entities.txt')).err).toMatch(
      /^scholion: The name of entities\.txt does not tell its format/,
    );
    const empty = await temporaryFolder();
    expect(await scholion('entities', 'export', '--data', empty)).toEqual(
      refusal(
        `There is no store in ${empty}; name another directory with --data, or make one by serving or importing.`,
      ),
    );
  });
});

describe('scholion entities match', () => {
  it('tells whom a name may mean, and whether that is sure', async () => {
    await run(
      'import',
      await file(
        'a.csv',
        'slug,kind,name,variants,description\nstalin,PERSON,Joseph Stalin,Сталин,Leader\ntbilisi,PLACE,Stalin,,\nvasily,PERSON,Vasily Stalin,Stalin,\n',
      ),
    );
    const match = async (...args: string[]) => JSON.parse((await run('match', ...args)).out).result;
    expect(await match('joseph  STALIN')).toEqual([
      {
        id: 'stalin',
        name: 'Joseph Stalin',
        type: [{ id: 'PERSON', name: 'Person' }],
        score: 100,
        match: true,
        description: 'Leader',
      },
    ]);
    expect(await match('Stalin', '--limit', '2')).toMatchObject([
      { id: 'tbilisi', score: 100, match: false },
      { id: 'vasily', score: 100, match: false },
    ]);
    const [place] = await match('Stalin', '--kind', 'PLACE');
    expect(place).toMatchObject({ id: 'tbilisi', match: true });
    expect((await match('Joseph Stalim'))[0]).toMatchObject({ id: 'stalin', match: false });
    expect(await match('Napoleon')).toEqual([]);
    expect(await run('match', ' ')).toEqual(refusal('The name is empty; give one to look up.'));
  });
});

describe('scholion entities, used wrongly,', () => {
  const HINT = 'Run it with --help for what it takes.';

  it.each([
    ['an unknown option', ['import', 'a.csv', '--nope'], `error: unknown option '--nope'\n${HINT}`],
    ['no file', ['import'], `error: missing required argument 'file'\n${HINT}`],
    [
      'an unknown command',
      ['list'],
      "error: unknown command 'list'\nRun scholion entities --help for what it takes.",
    ],
    [
      'a limit that is none',
      ['match', 'A', '--limit', '0'],
      `error: option '--limit <number>' argument '0' is invalid. Give a number from 1 to 100.\n${HINT}`,
    ],
    [
      'a format that there is not',
      ['export', '--format', 'xml'],
      `error: option '--format <format>' argument 'xml' is invalid. Allowed choices are csv, jsonl, reconciliation.\n${HINT}`,
    ],
  ])('says so of %s', async (_what, args, message) => {
    expect(await scholion('entities', ...args)).toEqual({ code: 1, out: '', err: `${message}\n` });
  });

  it.each(['import', 'export', 'match'])('explains %s with examples', async (command) => {
    const { code, out, err } = await scholion('entities', command, '--help');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(new RegExp(`\\nExamples:\\n +\\$ scholion entities ${command}.* # \\S`));
    expect(out.split('\n').every((line) => line.length < 200)).toBe(true);
  });
});
