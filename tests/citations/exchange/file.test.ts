import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSourceFile } from '../../../src/citations/exchange/file.ts';
import { readSources } from '../../../src/citations/exchange/read.ts';
import { temporaryFolder } from '../../support/temporary.ts';

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, content);
  return path;
}

describe('readSourceFile', () => {
  it.each([
    ['a.bib', '@book{k, title = {A}}', 1],
    ['a.RIS', 'TY  - BOOK\nTI  - A\nER  - \n', 1],
    ['a.json', '\uFEFF[{"id":"k","type":"book","title":"A"}, 3]', 2],
    ['b.json', '{"id":"k","type":"book","title":"A"}', 1],
    ['c.json', ' \n', 0],
  ])('reads %s', async (name, content, count) => {
    const { sources } = await readSourceFile(await file(name, content));
    expect(sources).toHaveLength(count);
    expect(sources.slice(0, 1)).toMatchObject(
      count === 0 ? [] : [{ place: 1, content: { type: 'BOOK', title: 'A' } }],
    );
  });

  it('takes the format that it is told', async () => {
    const path = await file('sources.txt', '@book{k, title = {A}}');
    expect((await readSourceFile(path, { format: 'bibtex' })).format).toBe('bibtex');
    await expect(readSourceFile(path)).rejects.toThrow(
      `The name of ${path} does not tell its format; let it end in .bib or .bibtex (bibtex), .ris (ris), .json (csl-json), or give --format.`,
    );
  });

  it.each([
    ['a.bib', Uint8Array.of(0x40, 0xe4, 0xff), ' is not UTF-8 text; convert it, for instance with iconv.'],
    ['a.json', '{', ': The file is not JSON; correct it, or give --format where it is something else.'],
    [
      'a.json',
      '{"a": 1}',
      ': The file is not CSL-JSON; it must be a list of items, each an object with a "type".',
    ],
    ['a.bib', 'Dear diary', ': The file is not BibTeX; its entries begin with a line such as "@book{key,".'],
    ['a.ris', 'Dear diary', ': The file is not RIS; its records begin with a line such as "TY  - BOOK".'],
  ])('says what is wrong with %s as a whole', async (name, content, message) => {
    const path = await file(name, content);
    await expect(readSourceFile(path)).rejects.toThrow(`${path}${message}`);
  });

  it('says what it cannot read', async () => {
    const folder = join(await temporaryFolder(), 'a.bib');
    await expect(readSourceFile(folder)).rejects.toThrow(`${folder} does not exist; check its name.`);
    await mkdir(folder);
    await expect(readSourceFile(folder)).rejects.toThrow(`${folder} is a folder; name a file in it.`);
    const large = await file('large.bib', '');
    await truncate(large, 65 * 1024 * 1024);
    await expect(readSourceFile(large)).rejects.toThrow(
      `${large} has 65.0 MiB, and may have 64; split it into several files.`,
    );
  });
});

it('An item of CSL-JSON whose id is no citation key is read without it', () => {
  const items = [
    { id: 'Smith, 2001', type: 'book' },
    { id: 1956, type: 'book' },
    { id: 'http://example.org/items/A', 'citation-key': 'a b', type: 'book' },
  ];
  expect(readSources(JSON.stringify(items), 'csl-json')).toMatchObject([
    { key: null, dropped: ['key "Smith, 2001"'] },
    { key: '1956', dropped: [] },
    { key: null, dropped: ['key "a b"'] },
  ]);
});

it('More records than 200,000 are refused together', () => {
  expect(() => readSources('TY  - A\nER  -\n'.repeat(200_001), 'ris')).toThrow(
    'It has 200001 records, and may have 200000; split it into several files.',
  );
});

it('A hundred thousand entries are read', () => {
  const entries = Array.from({ length: 100_000 }, (_, at) => `@book{k${at}, title = {T ${at}}}\n`);
  const read = readSources(entries.join(''), 'bibtex');
  expect(read).toHaveLength(100_000);
  expect(read.at(-1)).toMatchObject({ place: 100_000, key: 'k99999', content: { title: 'T 99999' } });
});
