import fc from 'fast-check';
import { expect, it } from 'vitest';
import { told, useRegistry } from './registry.ts';
import { csv } from './rows.ts';

const registry = useRegistry();

/** Rows of few slugs, names and numbers, so that they often tell of the same thing, and often contradict each other. */
const row = fc
  .record({
    slug: fc.constantFrom('', '', '', 'a', 'b'),
    kind: fc.constantFrom('PERSON', 'PERSON', 'PLACE'),
    name: fc.constantFrom('A', 'a', 'Á', 'B', 'C'),
    variants: fc.constantFrom('', 'B@en', 'C', 'C@ru|D'),
    description: fc.constantFrom('', 'One', 'Two'),
    wikidata: fc.constantFrom('', '', 'Q1', 'Q2', 'Q3'),
    viaf: fc.constantFrom('', '', '11', '12'),
  })
  .map((cells) => Object.values(cells).join(','));

const files = fc
  .array(row, { minLength: 1, maxLength: 8 })
  .map((rows) => `slug,kind,name,variants,description,wikidata,viaf\n${rows.join('\n')}\n`);

it('A file that is imported again makes nothing new, and changes nothing where nothing was wrong with it', async () => {
  await fc.assert(
    fc.asyncProperty(files, async (file) => {
      await registry.empty();
      const first = await registry.import(csv(file));
      const before = await registry.export('jsonl');
      const again = await registry.import(csv(file));
      expect(again.new).toBe(0);
      if (first.refused > 0) return;
      if (first.outcomes.some((one) => 'notes' in one && one.notes.some((note) => note.includes('slug'))))
        return;
      expect(told(again.outcomes).map((line) => line.split(' ')[0])).toEqual(
        again.outcomes.map(() => 'unchanged'),
      );
      expect(await registry.export('jsonl')).toBe(before);
    }),
    { numRuns: 150 },
  );
});
