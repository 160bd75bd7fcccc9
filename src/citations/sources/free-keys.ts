import { Prisma } from '../../store/generated/client.ts';
import type { Statements } from '../../store/store.ts';
import { keyStem, LONGEST_SUFFIX } from './keys.ts';

/** The letters that follow a key, by a number: none, a, b, … z, aa, ab, … zzzz; counted as the columns of a spreadsheet. */
const suffix = Prisma.sql`CASE
  WHEN n = 0 THEN ''
  WHEN n <= 26 THEN chr(96 + n)
  WHEN n <= 702 THEN chr(97 + (n - 27) / 26) || chr(97 + (n - 27) % 26)
  WHEN n <= 18278 THEN chr(97 + (n - 703) / 676) || chr(97 + (n - 703) / 26 % 26) || chr(97 + (n - 703) % 26)
  ELSE chr(97 + (n - 18279) / 17576) || chr(97 + (n - 18279) / 676 % 26) || chr(97 + (n - 18279) / 26 % 26)
    || chr(97 + (n - 18279) % 26) END`;

/** Hands out keys that no source has, each once. */
export class FreeKeys {
  readonly #free: ReadonlyMap<string, readonly string[]>;
  readonly #taken: Set<string>;

  /**
   * @param free by the stem, the keys that are free, in their order.
   * @param taken keys that are to be given to others.
   */
  constructor(free: ReadonlyMap<string, readonly string[]>, taken: Iterable<string>) {
    this.#free = free;
    this.#taken = new Set(taken);
  }

  /** The first free key for one that is wanted. */
  take(wanted: string): string {
    const key = this.#free.get(keyStem(wanted))?.find((one) => !this.#taken.has(one));
    if (key === undefined) throw new Error(`No free key was found for ${wanted}`);
    this.#taken.add(key);
    return key;
  }
}

/**
 * Finds for each key that is wanted some that no source has, merged ones included: the very one, or with a, b, … One
 * statement, whatever their number. To be called after `lockSources`.
 * @param wanted keys, as often as they are wanted.
 * @param taken keys that are to be given to others.
 */
export async function freeKeys(
  statements: Statements,
  wanted: readonly string[],
  taken: readonly string[] = [],
): Promise<FreeKeys> {
  const counts = countsOf(wanted.map(keyStem), taken);
  // Whether a key is taken is asked one by one, in order, until enough are free; in FROM, the series would be made as a whole.
  const rows = await statements.$queryRaw<{ stem: string; keys: string[] }[]>`
    SELECT w.stem, ARRAY(
      SELECT x.key FROM (SELECT generate_series(0, 475253) AS n) n
        CROSS JOIN LATERAL (SELECT w.stem || ${suffix} AS key) x
      WHERE (SELECT s.id FROM source s WHERE s.key = x.key AND s.deleted_at IS NULL) IS NULL
      LIMIT w.count
    ) AS keys
    FROM json_to_recordset(${JSON.stringify(counts)}::json) AS w(stem text, count int)`;
  return new FreeKeys(new Map(rows.map(({ stem, keys }) => [stem, keys])), taken);
}

/** How many free keys of each stem may be needed: as many as are wanted, and one for each that another one may get of them. */
function countsOf(stems: readonly string[], taken: readonly string[]): { stem: string; count: number }[] {
  const times = new Map<string, number>();
  for (const key of [...stems, ...taken]) times.set(key, (times.get(key) ?? 0) + 1);
  const counts = new Map(times);
  for (const [key, count] of times) {
    for (const shorter of withoutLetters(key)) {
      const others = times.get(shorter);
      if (others === undefined) continue;
      counts.set(shorter, (counts.get(shorter) ?? 0) + count);
      counts.set(key, (counts.get(key) ?? 0) + others);
    }
  }
  return [...new Set(stems)].map((stem) => ({ stem, count: (counts.get(stem) ?? 0) + 1 }));
}

/** The keys of which a key may be one with letters behind it. */
function withoutLetters(key: string): string[] {
  const letters = /[a-z]*$/.exec(key)?.[0].length ?? 0;
  return Array.from({ length: Math.min(letters, LONGEST_SUFFIX) }, (_, index) => key.slice(0, -1 - index));
}
