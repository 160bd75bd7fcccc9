import type { Statements } from '../../store/store.ts';
import { SLUG_LIMIT, slugify } from '../../text/slug.ts';

/** So short a slug is never cut for its number. */
const SHORT = SLUG_LIMIT - 10;

/** The slug that an entity's name makes: 'entity' where nothing is left of it, as of one in Cyrillic. */
export function slugOfName(name: string): string {
  return slugify(name, 'entity');
}

/**
 * Finds for each slug that is wanted one that no entity has, merged ones included: the very one, or with -2, -3, …; and
 * all different. One statement, whatever their number.
 * @param wanted slugs, repetitions allowed.
 * @param taken slugs that are to be given to others.
 */
export async function freeSlugs(
  statements: Statements,
  wanted: readonly string[],
  taken: ReadonlySet<string> = new Set(),
): Promise<string[]> {
  const likely = countsOf(wanted, taken);
  const chosen = choose(wanted, taken, await readFree(statements, likely));
  if (chosen !== null) return chosen;
  // So many are enough whatever the others get, which is more than is read at first.
  const all = likely.map(({ base }) => ({ base, count: wanted.length + taken.size + 1 }));
  const found = choose(wanted, taken, await readFree(statements, all));
  if (found === null) throw new Error(`No free slugs were found for ${wanted.join(', ')}`);
  return found;
}

/** Reads, for each base, so many of its slugs that nobody has, in order. */
async function readFree(
  statements: Statements,
  counts: readonly { base: string; count: number }[],
): Promise<Map<string, string[]>> {
  // Whether a slug is taken is asked one by one, in order, until enough are free.
  const rows = await statements.$queryRaw<{ base: string; slugs: string[] }[]>`
    SELECT w.base, ARRAY(
      SELECT x.slug FROM (SELECT generate_series(1, 10000000) AS number) n
        CROSS JOIN LATERAL (SELECT CASE WHEN n.number = 1 THEN w.base ELSE
          rtrim(left(w.base, ${SLUG_LIMIT}::int - 1 - length(n.number::text)), '-') || '-' || n.number END AS slug) x
      WHERE (SELECT e.id FROM entity e WHERE e.slug = x.slug) IS NULL
      LIMIT w.count
    ) AS slugs
    FROM json_to_recordset(${JSON.stringify(counts)}::json) AS w(base text, count int)`;
  return new Map(rows.map(({ base, slugs }) => [base, slugs]));
}

/** Gives each its first slug that no other has got; null where there were too few to choose from. */
function choose(
  wanted: readonly string[],
  taken: ReadonlySet<string>,
  free: ReadonlyMap<string, string[]>,
): string[] | null {
  const used = new Set(taken);
  const chosen: string[] = [];
  for (const base of wanted) {
    const slug = free.get(base)?.find((one) => !used.has(one));
    if (slug === undefined) return null;
    used.add(slug);
    chosen.push(slug);
  }
  return chosen;
}

/**
 * How many free slugs of each may be needed: as many as are wanted, and one more for each that another gets: numbered forms
 * that are wanted as such, and the very one, which may be what another comes to.
 */
function countsOf(wanted: readonly string[], taken: ReadonlySet<string>): { base: string; count: number }[] {
  const times = tally(wanted);
  const others = tally([...times.keys(), ...taken].flatMap(unnumbered));
  return [...times].map(([base, count]) => {
    const given = others.get(base.slice(0, SHORT)) ?? 0;
    return { base, count: count + given + 1 };
  });
}

/** What a slug may be the numbered form of. One may have been cut to make room for its number, so only its beginning tells. */
function unnumbered(slug: string): string[] {
  const beginning = slug.slice(0, SHORT);
  return [
    ...new Set([slug.replace(/-\d+$/, '').slice(0, SHORT), ...(slug.length > SHORT ? [beginning] : [])]),
  ];
}

function tally(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
