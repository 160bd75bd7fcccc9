import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillStore } from '../../../bench/sources/fill.ts';
import { generateSources } from '../../../bench/sources/generate.ts';
import { needles } from '../../../bench/sources/needles.ts';
import { matchSources } from '../../../src/citations/matching/match.ts';
import { emptyContent, type KeyedSource } from '../../../src/citations/source.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { createDatabase, type OwnDatabase } from '../../support/test-database.ts';
import { author } from './sources.ts';

const FEW = 1_000;
/** Every so many-th of the others is referred to. */
const STEP = 2_999;

/** References of many kinds. */
export const QUERIES = [
  'Getty 1985',
  'Gety 1985',
  'Xyzzyplugh, 1985',
  '1956',
  'New York Times, June 5, 1956',
  '10.2307/2499177',
  '978-0-521-33570-6',
  'https://example.org/a',
  'getty1985',
  '',
  '.,;',
  'of the and',
  'History',
  'Journal of History 1985',
  'Central Committee of the Communist Party of the Soviet Union. On Overcoming the Cult of the Individual and Its Consequences. 30 June 1956.',
];

const merged: KeyedSource = {
  key: 'getty-again',
  content: { ...emptyContent('BOOK'), creators: [author('Gettie', 'J. Arch')], issued: '1985' },
};

let database: OwnDatabase;
export let store: Store;
const statements: string[] = [];
const keys = new Map<string, string>();
/** Sources that are referred to. */
export const chosen: KeyedSource[] = [];
/** How many statements each query took among a few sources. */
export const amongFew = new Map<string, number>();

/** Fills a store with so many sources, for all tests of a file. */
function useSources(count: number): void {
  beforeAll(async () => {
    database = await createDatabase();
    store = await openStore(database.location, { onStatement: (sql) => statements.push(sql) });
    const others = generateSources(count - needles.length - 1, 1);
    await fill([...needles, merged, ...take(others, FEW - needles.length)]);
    for (const query of QUERIES) amongFew.set(query, await countStatements(query));
    await fill(chosenOf(others));
    await store.prisma.$executeRaw`
    UPDATE source SET (canonical_id, merged_into_id) = (SELECT i.id, i.id FROM source i WHERE i.key = 'getty1985')
    WHERE key = ${merged.key}`;
  }, 600_000);

  afterAll(async () => {
    await store.close();
    await database.remove();
  });
}

function* take(sources: Generator<KeyedSource>, count: number): Generator<KeyedSource> {
  for (let number = 0; number < count; number += 1) {
    const { value, done } = sources.next();
    if (done !== true) yield value;
  }
}

function* chosenOf(sources: Iterable<KeyedSource>): Generator<KeyedSource> {
  let number = 0;
  for (const source of sources) {
    number += 1;
    if (number % STEP === 0) chosen.push(source);
    yield source;
  }
}

async function fill(sources: Iterable<KeyedSource>): Promise<void> {
  const written: string[] = [];
  function* noted(): Generator<KeyedSource> {
    for (const source of sources) {
      written.push(source.key);
      yield source;
    }
  }
  const ids = await fillStore(store, noted());
  for (const [index, id] of ids.entries()) keys.set(id, written[index] ?? '');
}

export async function countStatements(query: string): Promise<number> {
  const before = statements.length;
  await matchSources(store.prisma, query);
  return statements.length - before;
}

/** The keys of what is found and its scores, best first. */
export async function found(text: string): Promise<{ key: string | undefined; score: number }[]> {
  const { matches } = await matchSources(store.prisma, text);
  return matches.map(({ sourceId, score }) => ({ key: keys.get(sourceId), score }));
}

/** Tests what is found among so many sources. */
export function describeMatching(count: number): void {
  useSources(count);

  describe(`matchSources among ${count.toLocaleString('en')} sources`, () => {
    it.each([
      ['Getty 1985', 'getty1985'],
      ['(Getty, 1985)', 'getty1985'],
      ['Getty 1985a: 12', 'getty1985'],
      ['Getty, J. Arch. 1985.', 'getty1985'],
      ['J. A. Getty, 1985, pp. 3–5', 'getty1985'],
      ['Gety 1985', 'getty1985'],
      ['Gtety 1985', 'getty1985'],
      ['getty1985', 'getty1985'],
      ['Kolakowski, 1978, p. 3', 'kolakowski1978'],
      ['Kołakowski 1978', 'kolakowski1978'],
      ['Kolakovski 1978', 'kolakowski1978'],
      ['KOLAKOWSKI (1978), S. 12', 'kolakowski1978'],
      ['Leszek Kolakowski, 1978', 'kolakowski1978'],
      ['Amzad', 'amzad'],
      ['Amzad, A. M., n.d.', 'amzad'],
      ['Geoffrey Roberts', 'roberts'],
      ['Roberts, G.', 'roberts'],
      ['Roberts, n.d.', 'roberts'],
      ['New York Times, June 5, 1956', 'nyt1956'],
      ['The New York Times, 5 June 1956, p. 3', 'nyt1956'],
      ['New York Times, 5. Juni 1956, S. 3', 'nyt1956'],
      ['New York Times 1956-06-05', 'nyt1956'],
      ['(1956, June 5). The New York Times', 'nyt1956'],
      ['Rettie 1956', 'rettie1956'],
      ['John Rettie for Reuters, March 1956', 'rettie1956'],
      ['Rettie, J. (1956)', 'rettie1956'],
      ['On Overcoming the Cult of the Individual and Its Consequences', 'cpsu1956'],
      ['Central Committee of the CPSU, 30 June 1956', 'cpsu1956'],
      ['Central Committee, On overcoming the cult of the individual, 1956', 'cpsu1956'],
    ])('finds %s first', async (text, key) => {
      const [best, second] = await found(text);
      expect(best?.key).toBe(key);
      expect(best?.score).toBeGreaterThan(second?.score ?? 0);
    });

    it('answers nothing where nothing fits', async () => {
      const made = [
        'Nobody 1850',
        'Xyzzyplugh 1985',
        'Xyzzyplugh, A. (1985). Quuxly frobnications. Journal of Zorkmids',
        'Жжёнов 1956',
        '毛泽东 1966',
        '',
        '.,;',
        'p. 12',
        '10.9999/none',
        '👩‍👩‍👧',
      ];
      for (const text of made) expect(await found(text)).toEqual([]);
    });

    it('lists what was issued in a year that is all that is given, with a low score, as many as may be', async () => {
      const listed = await found('1956');
      expect(listed).toHaveLength(100);
      expect(new Set(listed.map(({ score }) => score))).toEqual(new Set([0.3]));
      expect(listed.map(({ key = '' }) => key)).toEqual(listed.map(({ key = '' }) => key).toSorted());
    });

    it('takes three statements for anything, as among few sources', async () => {
      for (const query of QUERIES) {
        expect(amongFew.get(query)).toBe(3);
        expect(await countStatements(query)).toBe(3);
      }
    });

    it('answers a source that was merged as the one that it was merged into, once', async () => {
      for (const text of ['Gettie 1985', 'Getty 1985', 'getty-again']) {
        const all = await found(text);
        expect(all[0]).toEqual({ key: 'getty1985', score: 1 });
        expect(all.filter(({ key }) => key === 'getty1985')).toHaveLength(1);
        expect(all.map(({ key }) => key)).not.toContain('getty-again');
      }
    });

    it('answers no more than is asked for', async () => {
      const { matches } = await matchSources(store.prisma, 'Roberts', 3);
      expect(matches).toHaveLength(3);
    });
  });
}
