import { describe, expect, it } from 'vitest';
import { toCsl } from '../../src/citations/csl/to-csl.ts';
import { allSources } from '../../src/citations/sources/list.ts';
import { useService } from '../support/service.ts';
import { matched } from '../support/sources.ts';

const service = useService();

/** The keys of what a reference may mean, best first. */
async function keysOf(reference: string): Promise<string[]> {
  return (await matched(service(), reference)).map(({ node }) => node.key);
}

describe('sources(match:)', () => {
  it('finds each source of the sample first by its own reference in every style', async () => {
    const styles = await service().scholion.styles();
    const missed: string[] = [];
    for await (const source of allSources(service().scholion.store))
      for (const { name } of styles.list) {
        const text = styles.reference(toCsl(source), { style: name, locale: 'en-US', as: 'text' });
        if ((await keysOf(text))[0] !== source.key) missed.push(`${name}: ${text}`);
      }
    expect(missed).toEqual([]);
  });

  it.each([
    ['Getty 1985', 'getty1985'],
    ['Kolakowski, 1978, p. 3', 'kolakowski1978'],
    ['New York Times, June 5, 1956', 'newyorktimes1956'],
    ['On the Cult of Personality and Its Consequences', 'khrushchev1956'],
    ['Secret Speech 1956', 'khrushchev1956'],
    ['Resolution of the Central Committee, 30 June 1956', 'centralcommittee1956'],
  ])('finds %s first, and is sure of it', async (reference, key) => {
    const [best] = await matched(service(), reference);
    expect(best?.node.key).toBe(key);
    expect(best?.score).toBeGreaterThanOrEqual(0.8);
  });

  it.each([
    'New York Review of Books 1956',
    'The New York Times, 12 September 2001',
    'Nobody 1850',
    'Hdt. 1.5',
  ])('answers nothing to %s', async (reference) => {
    expect(await keysOf(reference)).toEqual([]);
  });

  it.each(['Getty 1984', 'P. Getty 1985'])('doubts %s', async (reference) => {
    const [best] = await matched(service(), reference);
    expect(best?.score).toBeLessThan(0.6);
  });
});
