import { describe, expect, it } from 'vitest';
import { localPrincipal } from '../../../src/access/principal.ts';
import type { ImportOptions } from '../../../src/entities/exchange/import.ts';
import { mergeEntities } from '../../../src/entities/registry/merge.ts';
import { told, useRegistry } from './registry.ts';
import { csv, jsonl } from './rows.ts';

const registry = useRegistry();

const STALIN = 'kind,name,wikidata\nPERSON,Joseph Stalin,Q855\n';

describe('importing again', () => {
  it('changes nothing, whether a row is found by slug, authority or name', async () => {
    const file =
      'slug,kind,name,variants,wikidata\nlenin,PERSON,Vladimir Lenin,Ленин@ru,\n,PERSON,Joseph Stalin,Koba,Q855\n,PLACE,Moscow,,\n';
    const first = await registry.import(csv(file));
    expect(first).toMatchObject({ rows: 3, new: 3, merged: 0, unchanged: 0, refused: 0, written: true });
    expect(first.changed).toHaveLength(3);
    const before = await registry.export('jsonl');
    const again = await registry.import(csv(file));
    expect(again).toMatchObject({ rows: 3, new: 0, merged: 0, unchanged: 3, refused: 0, changed: [] });
    expect(await registry.export('jsonl')).toBe(before);
    expect(await registry.scholion.store.prisma.event.count()).toBe(3);
  });
});

describe('a row', () => {
  it('adds to the entity that has its authority, and tells what that has otherwise', async () => {
    const { changed } = await registry.import(
      jsonl(
        '{"slug":"stalin","kind":"PERSON","names":[{"text":"Joseph Stalin"}],"description":"A.","startDate":"1878","authorities":[{"scheme":"WIKIDATA","value":"Q855"}]}',
      ),
    );
    const more = await registry.import(
      csv(
        'kind,name,variants,description,start_date,end_date,wikidata,viaf\nPERSON,Joseph Stalin,Koba|Сталин@ru,B.,1879,1953,Q855,101\n',
      ),
    );
    expect(told(more.outcomes)).toEqual([
      'merged stalin; its description is another than that of stalin, which stays; its start is another than that of stalin, which stays',
    ]);
    expect(more.changed).toEqual(changed);
    expect(JSON.parse(await registry.export('jsonl'))).toEqual({
      slug: 'stalin',
      kind: 'PERSON',
      names: [
        { text: 'Joseph Stalin', language: null, kind: 'PREFERRED' },
        { text: 'Koba', language: null, kind: 'VARIANT' },
        { text: 'Сталин', language: 'ru', kind: 'VARIANT' },
      ],
      description: 'A.',
      authorities: [
        { scheme: 'WIKIDATA', value: 'Q855' },
        { scheme: 'VIAF', value: '101' },
      ],
      startDate: '1878',
      endDate: '1953',
    });
  });

  it('sees what those before it did, in one batch or the next', async () => {
    const twice =
      'kind,name,variants,wikidata\nPERSON,Joseph Stalin,,Q855\nPERSON,JOSEPH STALIN,Koba,\nPERSON,Иосиф Сталин,,Q855\n';
    const { outcomes } = await registry.import(csv(twice));
    expect(told(outcomes)).toEqual([
      'new joseph-stalin',
      'merged joseph-stalin',
      'merged joseph-stalin; its WIKIDATA id Q855 is that of joseph-stalin, which had none of its names; see whether that is right',
    ]);
    expect(told((await registry.import(csv(twice))).outcomes)).toEqual(
      Array(3).fill('unchanged joseph-stalin'),
    );
  });

  it('with a name alone goes to the oldest of its kind that no authority speaks against', async () => {
    const file =
      'kind,name,wikidata\nPERSON,John Smith,Q1\nPERSON,John Smith,Q2\nPLACE,John Smith,\nPERSON,John Smith,\n';
    const slugs = ['john-smith', 'john-smith-2', 'john-smith-3', 'john-smith'];
    expect(told((await registry.import(csv(file))).outcomes)).toEqual(
      slugs.map((slug, at) => `${at === 3 ? 'unchanged' : 'new'} ${slug}`),
    );
    expect(told((await registry.import(csv(file))).outcomes)).toEqual(
      slugs.map((slug) => `unchanged ${slug}`),
    );
  });

  it('with a slug that is new is another than one of its name', async () => {
    await registry.import(
      csv('slug,kind,name\njohn-smith,PERSON,John Smith\njohn-smith-the-other,PERSON,John Smith\n'),
    );
    expect(await registry.slugs()).toEqual(['john-smith', 'john-smith-the-other']);
  });

  it('with the slug of one that was merged leads to the survivor', async () => {
    const { changed } = await registry.import(
      csv(
        'slug,kind,name,variants,wikidata\nstalin,PERSON,Joseph Stalin,,Q855\nkoba,PERSON,Koba,Soso,Q100\n',
      ),
    );
    const [intoId = '', entityId = ''] = changed;
    const { store, localAgentId } = registry.scholion;
    await mergeEntities(store, localPrincipal(localAgentId), { entityId, intoId });
    const { outcomes } = await registry.import(
      csv(
        'slug,kind,name,variants,wikidata\nkoba,PERSON,Koba,Soso,\n,PERSON,Soso,,Q100\nkoba,PERSON,Koba,Soselo,Q100\n',
      ),
    );
    expect(told(outcomes)).toEqual(['unchanged stalin', 'unchanged stalin', 'merged stalin']);
    expect(await registry.export('csv')).toContain(
      '\r\nstalin,PERSON,Joseph Stalin,,Soselo|Koba|Soso,,,,,,,Q100|Q855,',
    );
  });

  it('that names a number for a person of another slug and other names is refused', async () => {
    const file =
      'slug,kind,name,variants,wikidata\nstalin,PERSON,Joseph Stalin,,Q855\nkhrushchev,PERSON,Nikita Khrushchev,,Q855\ndzhugashvili,PERSON,Dzhugashvili,Joseph Stalin,Q855\n';
    const { outcomes } = await registry.import(csv(file));
    expect(told(outcomes)).toEqual([
      'new stalin',
      'refused: There is stalin with its WIKIDATA id Q855 already, and with none of its names; correct that id, or give the slug stalin if it is the same.',
      'merged stalin; its slug is not taken over, as it is there as stalin',
    ]);
  });

  it.each([
    [
      'PLACE,Joseph Stalin,Q855',
      'stalin is there as PERSON, and this says PLACE; correct the kind, or what makes it stalin.',
    ],
    [
      'PERSON,Twins,Q855|Q649',
      'Its authorities belong to different entities, stalin and moscow; correct the row, or merge those two first.',
    ],
  ])('that does not go with what is there is refused: %s', async (row, reason) => {
    await registry.import(
      csv('slug,kind,name,wikidata\nstalin,PERSON,Joseph Stalin,Q855\nmoscow,PLACE,Moscow,Q649\n'),
    );
    const { outcomes } = await registry.import(csv(`kind,name,wikidata\n${row}\n`));
    expect(told(outcomes)).toEqual([`refused: ${reason}`]);
  });

  it('whose slug is that of another is refused', async () => {
    await registry.import(csv('slug,kind,name,wikidata\ngeorgia,PLACE,Georgia,Q1428\n'));
    const { outcomes } = await registry.import(
      csv(
        'slug,kind,name,wikidata\ngeorgia,PLACE,Georgia,Q230\nGeorgia,PLACE,Georgia,\ngeorgia,PLACE,Georgia,Q1428|Q230\n',
      ),
    );
    expect(told(outcomes)).toEqual([
      'refused: georgia is there with the WIKIDATA id Q1428; correct the one of the row, or give it a slug of its own.',
      'refused: "Georgia" is not a slug; give lower-case letters a to z and digits, in groups joined by single hyphens, at most 100 characters, such as joseph-stalin, or leave it out.',
      'merged georgia; georgia has another WIKIDATA id than Q230, and has both now',
    ]);
  });

  it('that would make an entity too large, or end before it began, is refused', async () => {
    const names = (from: number) => Array.from({ length: 150 }, (_, at) => `Name ${from + at}`).join('|');
    await registry.import(csv(`kind,name,variants,start_date\nPERSON,A,${names(0)},1900\n`));
    const { outcomes } = await registry.import(
      csv(`kind,name,variants,end_date\nPERSON,A,${names(150)},\nPERSON,A,,1800\n`),
    );
    expect(told(outcomes)).toEqual([
      expect.stringMatching(/^refused: There are more than 200 names/),
      expect.stringMatching(/^refused: The start 1900 is after the end 1800/),
    ]);
  });
});

describe('a file with a bad row', () => {
  const file = `${STALIN}PERSON,,Q1\nPLACE,Moscow,Q649\n`;

  it('goes in without it', async () => {
    expect(await registry.import(csv(file))).toMatchObject({ new: 2, refused: 1, written: true });
    expect(await registry.slugs()).toEqual(['joseph-stalin', 'moscow']);
  });

  it('does not go in where all is to, nor does a dry run', async () => {
    expect(await registry.import(csv(file), { strict: true })).toMatchObject({
      new: 2,
      refused: 1,
      written: false,
      changed: [],
    });
    expect(await registry.import(csv(STALIN), { dryRun: true })).toMatchObject({ new: 1, written: false });
    expect(await registry.slugs()).toEqual([]);
    expect(await registry.import(csv(STALIN), { strict: true })).toMatchObject({ new: 1, written: true });
    expect(await registry.slugs()).toEqual(['joseph-stalin']);
  });
});

describe('many rows', () => {
  const row = (at: number) => `PERSON,Person ${at},en,Человек ${at}@ru,Q${at + 1}\n`;
  const file = (from: number, count: number) =>
    `kind,name,language,variants,wikidata\n${Array.from({ length: count }, (_, at) => row(from + at)).join('')}`;
  const statementsOf = async (text: string, options: ImportOptions): Promise<number> => {
    const from = registry.statements.length;
    await registry.import(csv(text, 65_536), options);
    return registry.statements.slice(from).filter((sql) => !/^(BEGIN|COMMIT|ANALYZE)/.test(sql)).length;
  };

  // Only with `strict` is all of a file one transaction, so that its length matters.
  it.each([
    { rows: 3_000, strict: false },
    { rows: 20_000, strict: true },
  ])('take as many statements per 1,000 as one row takes: %j', async ({ rows, ...options }) => {
    const one = await statementsOf(file(50_000, 1), options);
    expect(await statementsOf(file(0, rows), options)).toBe((rows / 1_000) * one);
    expect(await registry.import(csv(file(0, rows), 65_536), options)).toMatchObject({ unchanged: rows });
    expect(await registry.slugs()).toHaveLength(rows + 1);
  });
});
