import { expect, it } from 'vitest';
import { sourceFormats } from '../../../../src/citations/exchange/formats.ts';
import { readSources } from '../../../../src/citations/exchange/read.ts';
import { writeSources, writeSourcesInPieces } from '../../../../src/citations/exchange/write.ts';
import { allSources } from '../../../../src/citations/sources/list.ts';
import { useSources } from './sources.ts';

const sources = useSources();

const library = String.raw`@book{getty1985, author = {Getty, J. Arch}, title = {Origins {\&} Purges}, year = 1985, isbn = {978-0-521-33570-6}}
@book{getty1985, author = {Getty, J. Arch}, title = {Another book}, year = 1985}
@article{rogovin1998, author = {Rogovin, Vadim}, title = {1937}, journal = {Pravda}, date = {1998-02~}, pages = {12--15}}
@book{broken, title = {`;

it('A BibTeX file is imported, and changes nothing the second time', async () => {
  const read = readSources(library, 'bibtex');
  expect(await sources.import(read)).toMatchObject({ added: 3, refused: 1, written: true });
  const [before, footprint] = [await sources.all(), await sources.footprint()];
  expect(Object.keys(before)).toEqual(['getty1985', 'getty1985a', 'rogovin1998']);
  expect(await sources.import(readSources(library, 'bibtex'))).toMatchObject({ unchanged: 3, refused: 1 });
  expect(await sources.all()).toEqual(before);
  expect(await sources.footprint()).toEqual(footprint);
});

it.each(sourceFormats)(
  'What was exported as %s changes nothing, and makes the same of an empty store',
  async (format) => {
    await sources.import(readSources(library, 'bibtex'));
    const before = await sources.all();
    const pieces: string[] = [];
    for await (const piece of writeSourcesInPieces(allSources(sources.store), format)) pieces.push(piece);
    const exported = pieces.join('');
    expect(exported).toBe(
      writeSources(
        Object.entries(before).map(([key, content]) => ({ key, content })),
        format,
      ),
    );
    expect(await sources.import(readSources(exported, format))).toMatchObject({
      unchanged: 3,
      added: 0,
      changed: 0,
    });
    await sources.empty();
    expect(await sources.import(readSources(exported, format))).toMatchObject({ added: 3, refused: 0 });
    expect(await sources.all()).toEqual(before);
  },
);
