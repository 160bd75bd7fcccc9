import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SourceCreator } from '../../../../src/citations/source.ts';
import type { ReadSource } from '../../../../src/citations/sources/import.ts';
import { body, content, person } from '../contents.ts';
import { useSources } from './sources.ts';

const sources = useSources();

/** Records of few keys, names and numbers, so that they often tell of the same thing, and often contradict each other. */
const record: fc.Arbitrary<ReadSource> = fc.record({
  place: fc.nat(),
  key: fc.constantFrom(null, null, 'k', 'k', 'ka', 'kaa', 'getty1985', 'getty1985a'),
  content: fc
    .record({
      type: fc.constantFrom('BOOK' as const, 'BOOK' as const, 'CHAPTER' as const),
      title: fc.constantFrom(null, 'Origins of the Great Purges', 'Origins of the Great Purge', 'Other'),
      creators: fc.constantFrom<SourceCreator[]>(
        [],
        [person('Getty')],
        [person('Getty', 'J.')],
        [body('A Body')],
      ),
      issued: fc.constantFrom(null, '1985', '1985-03'),
      publisher: fc.constantFrom(null, 'One', 'Two'),
      doi: fc.constantFrom(null, null, '10.1000/1', '10.1000/2'),
      isbn: fc.constantFrom(null, null, '9780521335706'),
    })
    .map((known) => content(known)),
  dropped: fc.constant<string[]>([]),
});

const refused: fc.Arbitrary<ReadSource> = fc.record({
  place: fc.nat(),
  key: fc.constant(null),
  refused: fc.constant('Not this one.'),
});
const files = fc.array(fc.oneof({ weight: 9, arbitrary: record }, { weight: 1, arbitrary: refused }), {
  minLength: 1,
  maxLength: 12,
});
/** Equal records at several places. */
const withRepetitions: fc.Arbitrary<ReadSource[]> = fc
  .tuple(files, fc.array(fc.nat(), { maxLength: 3 }))
  .map(([file, places]) => [...file, ...places.flatMap((place) => file[place % file.length] ?? [])]);

it('A file that is imported again changes nothing, whatever is in it and in the store', async () => {
  await fc.assert(
    fc.asyncProperty(withRepetitions, withRepetitions, async (earlier, file) => {
      await sources.empty();
      await sources.import(earlier);
      const first = await sources.import(file);
      const [before, footprint] = [await sources.all(), await sources.footprint()];
      const again = await sources.import(file);
      expect(again).toMatchObject({ added: 0, changed: 0, refused: first.refused });
      expect(again.outcomes.map(({ key }) => key)).toEqual(first.outcomes.map(({ key }) => key));
      expect(await sources.all()).toEqual(before);
      expect(await sources.footprint()).toEqual(footprint);
    }),
    { numRuns: 40 },
  );
});
