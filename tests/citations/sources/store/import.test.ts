import { describe, expect, it } from 'vitest';
import { deleteSource } from '../../../../src/citations/sources/delete.ts';
import type { ImportOptions, ReadSource } from '../../../../src/citations/sources/import.ts';
import { mergeSources } from '../../../../src/citations/sources/merge.ts';
import { findSource } from '../../../../src/citations/sources/read.ts';
import { content, getty, person } from '../contents.ts';
import { records, told, useSources } from './sources.ts';

const sources = useSources();
const other = content({
  title: 'The Road to Terror',
  creators: [person('Getty', 'J. Arch')],
  issued: '1999',
});

describe('a record', () => {
  it('is added under its key, or one that is made; equal ones are one', async () => {
    const file = records(['purges', getty], [null, other], [null, other], ['purges', getty]);
    const imported = await sources.import(file);
    expect(told(imported.outcomes)).toEqual([
      'added purges',
      'added getty1999',
      'unchanged getty1999',
      'unchanged purges',
    ]);
    expect(imported).toMatchObject({ added: 2, changed: 0, unchanged: 2, refused: 0, written: true });
    expect(await sources.all()).toEqual({ purges: getty, getty1999: other });
  });

  it('changes what it gives of the work that has its key, and leaves what it lacks', async () => {
    await sources.import(records(['k', { ...getty, volume: '1' }]));
    const given = { ...getty, title: 'Origins of the Great Purges!', publisher: null, note: 'Read.' };
    expect(told((await sources.import(records(['k', given]))).outcomes)).toEqual(['changed k']);
    expect(await sources.all()).toEqual({
      k: { ...given, volume: '1', publisher: getty.publisher },
    });
  });

  it.each([
    ['a DOI', { ...getty, isbn: null, doi: '10.1000/1' }, { ...other, doi: '10.1000/1' }],
    ['an ISBN', getty, { ...other, isbn: getty.isbn }],
    ['an author, a year and a title', { ...getty, isbn: null }, { ...getty, isbn: null, publisher: 'Other' }],
    ['all that it says', content({ title: 'A' }), content({ title: 'A', volume: '1' })],
    ['all that the other says', content({ title: 'A', volume: '1' }), content({ title: 'A' })],
  ])('is the work of its key with %s in common', async (_what, first, second) => {
    await sources.import(records(['k', first]));
    await sources.import(records(['k', second]));
    expect(Object.keys(await sources.all())).toEqual(['k']);
  });

  it('for another work than that of its key gets the next free letter, and is found there again', async () => {
    await sources.add({ title: 'There already' }, 'k');
    await sources.add({ title: 'There too' }, 'ka');
    const file = records(['k', getty], ['kb', other], ['k', { ...other, title: 'Third' }]);
    expect(told((await sources.import(file)).outcomes)).toEqual(['added kc', 'added kb', 'added kd']);
    expect(told((await sources.import(file)).outcomes)).toEqual([
      'unchanged kc',
      'unchanged kb',
      'unchanged kd',
    ]);
  });

  it('is told to be like others, which stay apart, also of the same file', async () => {
    await sources.add(getty, 'there');
    const imported = await sources.import(
      records(['k', { ...getty, note: 'A' }], [null, { ...getty, note: 'B' }]),
    );
    expect(told(imported.outcomes)).toEqual([
      'added k; like there by ISBN',
      'added getty1985; like there by ISBN; like k by ISBN',
    ]);
    expect(imported.possibleDuplicates).toBe(2);
  });

  it('that is wrong is refused with its reason, and the others go in', async () => {
    const file: ReadSource[] = [
      ...records(['k', content({ title: ' ' })], ['a b', getty], [null, content({ isbn: '1' })]),
      { place: 4, key: null, refused: 'This is no source.' },
      ...records(['ok', getty]),
    ];
    const imported = await sources.import(file);
    expect(told(imported.outcomes)).toEqual([
      'refused k: The title is empty; write something in it, or leave it out.',
      expect.stringContaining('refused a b: "a b" is not a citation key'),
      expect.stringContaining('refused : "1" is not an ISBN'),
      'refused : This is no source.',
      'added ok',
    ]);
    expect(imported).toMatchObject({ added: 1, refused: 4, written: true });
  });

  it('does not undo what a person has decided since', async () => {
    const file = records(
      ['a', getty],
      ['b', { ...getty, title: 'Origins of the great purge', volume: '2' }],
      ['c', other],
    );
    await sources.import(file);
    const idOf = async (key: string) => (await findSource(sources.store.prisma, { key }))?.id ?? '';
    await mergeSources(sources.store, sources.editor, await idOf('b'), await idOf('a'));
    await sources.change(await idOf('c'), 1, { note: 'Mine' }, 'renamed');
    const before = await sources.all();
    expect(told((await sources.import(file)).outcomes)).toEqual([
      'unchanged a',
      'unchanged a',
      'unchanged renamed',
    ]);
    expect(await sources.all()).toEqual(before);
    await deleteSource(sources.store, sources.editor, await idOf('renamed'), null);
    expect(told((await sources.import(file)).outcomes)).toEqual(['unchanged a', 'unchanged a', 'added c']);
  });

  it('that a person has changed since is as the file has it again', async () => {
    await sources.import(records(['k', getty]));
    const { id = '' } = (await findSource(sources.store.prisma, { key: 'k' })) ?? {};
    await sources.change(id, 1, { publisher: 'Another', volume: '3' });
    expect(told((await sources.import(records(['k', getty]))).outcomes)).toEqual(['changed k']);
    expect(await sources.all()).toEqual({ k: { ...getty, volume: '3' } });
  });
});

it('A dry run and a strict one with a fault write nothing, and tell the same', async () => {
  const file = records(['k', getty], [null, content({ title: '' })]);
  const dry = await sources.import(file, { dryRun: true });
  const strict = await sources.import(file, { strict: true });
  for (const { written, outcomes } of [dry, strict]) {
    expect(written).toBe(false);
    expect(told(outcomes)).toEqual(['added k', expect.stringContaining('refused')]);
  }
  expect(await sources.all()).toEqual({});
  expect(await sources.import(file.slice(0, 1), { strict: true })).toMatchObject({ added: 1, written: true });
  expect(Object.keys(await sources.all())).toEqual(['k']);
});

it('Two imports at once of one file bring it once', async () => {
  const file = records(['a', getty], [null, other], ['a', content({ title: 'Third' })]);
  const both = await Promise.all([sources.import(file), sources.import(file)]);
  expect(both.map(({ added }) => added).sort()).toEqual([0, 3]);
  expect(Object.keys(await sources.all())).toEqual(['a', 'aa', 'getty1999']);
});

describe('many records', () => {
  const file = (from: number, count: number): ReadSource[] =>
    Array.from({ length: count }, (_, index) => ({
      place: index + 1,
      key: index % 3 === 0 ? null : `key${from + index}`,
      content: content({
        title: `A title of number ${from + index}`,
        creators: [person(`Author ${index % 50}`, 'A.')],
        issued: String(1900 + (index % 100)),
      }),
      dropped: [],
    }));
  const statementsOf = async (records: ReadSource[], options: ImportOptions): Promise<number> => {
    const from = sources.statements.length;
    await sources.import(records, options);
    return sources.statements.slice(from).filter((sql) => !/^(BEGIN|COMMIT|ANALYZE)/.test(sql)).length;
  };

  it.each([{ strict: false }, { strict: true }])(
    'take as many statements per 1,000 as one takes, when they are added, changed and unchanged: %j',
    async (options) => {
      const two = file(50_000, 2);
      const many = file(0, 2_000);
      const changed = (all: ReadSource[]) =>
        all.map((one) =>
          'content' in one && one.key !== null ? { ...one, content: { ...one.content, volume: '2' } } : one,
        );
      expect(await statementsOf(many, options)).toBe(2 * (await statementsOf(two, options)));
      expect(await statementsOf(changed(many), options)).toBe(
        2 * (await statementsOf(changed(two), options)),
      );
      expect(await statementsOf(many.slice(0, 1_000), options)).toBe(await statementsOf(two, options));
      expect(Object.keys(await sources.all())).toHaveLength(2_002);
    },
  );

  it('saving takes as many statements with many creators among many sources as alone', async () => {
    const count = async (creators: number): Promise<number> => {
      const from = sources.statements.length;
      await sources.add({ ...getty, creators: Array(creators).fill(person('Getty')) });
      return sources.statements.length - from;
    };
    await count(1);
    const alone = await count(1);
    await sources.import(
      Array.from({ length: 200 }, (_, place) => ({ place, key: `k${place}`, content: getty, dropped: [] })),
    );
    expect(await count(300)).toBe(alone);
  });
});
