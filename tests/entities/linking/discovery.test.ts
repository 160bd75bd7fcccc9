import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discover } from '../../../src/entities/discovery.ts';
import { texts } from '../names/texts.ts';

const units = readFileSync('prisma/seed/secret-speech.txt', 'utf8').split('\n\n');
const nothing = () => false;

describe('discovery', () => {
  it('finds persons, organizations and places of the sample, with where they stand', async () => {
    const found = await discover(units, 'en', nothing, 200);
    expect(found).toContainEqual(expect.objectContaining({ name: 'Lavrentiy Beria', kind: 'PERSON' }));
    expect(found).toContainEqual(expect.objectContaining({ name: 'Poland', kind: 'PLACE' }));
    for (const { name, count, examples } of found) {
      expect(examples.length).toBe(Math.min(3, count));
      expect(units[examples[0]?.unit ?? -1]?.slice(examples[0]?.start, examples[0]?.end).toLowerCase()).toBe(
        name.toLowerCase(),
      );
    }
    expect(found.map(({ count }) => count)).toEqual(found.map(({ count }) => count).sort((a, b) => b - a));
  });

  it('leaves out what is known, dates, and what no limit has room for', async () => {
    const text = 'Georgy Malenkov met John Kennedy in Poland on Monday, 9 March 1956.';
    const found = await discover([text], 'en-GB', (name) => name === 'Poland', 200);
    expect(found.map(({ name }) => name).sort()).toEqual(['Georgy Malenkov', 'John Kennedy']);
    expect(await discover([text], 'en', nothing, 1)).toHaveLength(1);
  });

  it('counts possessives with the rest', async () => {
    const found = await discover(["John Kennedy spoke. John Kennedy's speech was long."], 'en', nothing, 9);
    expect(found).toMatchObject([{ name: 'John Kennedy', count: 2 }]);
  });

  it('finds nothing in other languages', async () => {
    expect(await discover(['John Kennedy in Poland'], 'de', nothing, 9)).toEqual([]);
  });

  it('has places within the text, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { maxLength: 3 }), async (given) => {
        for (const { name, examples } of await discover(given, 'en', nothing, 20))
          for (const { unit, start, end } of examples)
            expect(given[unit]?.slice(start, end).length).toBe(name.length);
      }),
      { numRuns: 300 },
    );
  });
});
