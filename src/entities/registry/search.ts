import { InputInvalid } from '../../problem.ts';
import { Prisma } from '../../store/generated/client.ts';
import type { EntityKind } from '../../store/generated/enums.ts';
import type { Statements } from '../../store/store.ts';
import { storableWords } from '../../text/words.ts';
import { isUnspaced, likeness } from './likeness.ts';
import { entityLimits as limits } from './limits.ts';
import { searchKey } from './search-key.ts';

/** An entity that was found, and how well it fits, from 0 to 1. */
export interface EntityHit {
  id: string;
  score: number;
}

/** What has no three letters in a row is looked for at the beginning of names only: the index by trigrams does not help then. */
const HAS_TRIGRAM = /[\p{L}\p{N}]{3}/u;
/** Misspelt names are looked for where fewer than so many fit as they are. */
const FEW = 20;
/** Of a longer word enough trigrams stay the same where two of its letters change places. */
const LONGEST_EXCHANGED = 6;

/**
 * Brings what is searched for into the form of the names' keys.
 * @returns null where nothing is asked for.
 * @throws InputInvalid
 */
export function readSearch(search: string | null): string | null {
  if (search === null || search.trim() === '') return null;
  if ([...search].length > limits.search)
    throw new InputInvalid(
      `\`search\` is longer than ${limits.search} characters; give a name or a part of one.`,
    );
  const words = storableWords(search);
  if (words === null)
    throw new InputInvalid('`search` has a character that no name has, such as NUL; remove it.');
  return searchKey(words);
}

/**
 * Finds entities by any of their names, and of the names of those that were merged into them, in one statement: those
 * that fit best first, equals by id. The most that are found is `entityLimits.found`.
 * @param sought as `readSearch` answers it.
 * @param kinds null for all.
 */
export async function searchEntities(
  statements: Statements,
  sought: string,
  kinds: readonly EntityKind[] | null,
): Promise<EntityHit[]> {
  if (sought === '') return [];
  const rows = await statements.$queryRaw<{ id: string; key: string }[]>`
    WITH near AS MATERIALIZED (${Prisma.join(nearParts(sought, kinds), ' UNION ALL ')})
    SELECT DISTINCT e.canonical_id AS id, h.key
    FROM (SELECT * FROM near ${misspeltParts(sought, kinds)}) h JOIN entity e ON e.id = h.entity_id`;
  const best = new Map<string, number>();
  for (const { id, key } of rows) {
    const score = likeness(sought, key);
    if (score !== null && score > (best.get(id) ?? 0)) best.set(id, score);
  }
  return [...best]
    .map(([id, score]) => ({ id, score }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limits.found);
}

/** Names that begin with what is sought, and names of which a later word does. */
function nearParts(sought: string, kinds: readonly EntityKind[] | null): Prisma.Sql[] {
  const pattern = escapeLike(sought);
  const atStart = Prisma.sql`(
    SELECT n.entity_id, n.key FROM entity_name n WHERE n.key LIKE ${`${pattern}%`} AND ${ofKind(kinds)}
    ORDER BY n.key LIMIT ${limits.found})`;
  if (!HAS_TRIGRAM.test(sought)) return [atStart];
  const boundary = isUnspaced(sought)
    ? Prisma.sql`TRUE`
    : Prisma.sql`n.key ~ ${`\\m${escapeExpression(sought)}`}`;
  const within = Prisma.sql`(
    SELECT n.entity_id, n.key FROM entity_name n
    WHERE n.key LIKE ${`_%${pattern}%`} AND ${boundary} AND ${ofKind(kinds)} LIMIT ${limits.found})`;
  return [atStart, within];
}

/** Names that have most of what is sought, to be looked at closely; none where enough fit. */
function misspeltParts(sought: string, kinds: readonly EntityKind[] | null): Prisma.Sql {
  if (!HAS_TRIGRAM.test(sought) || [...sought].length > limits.misspelt) return Prisma.empty;
  const few = Prisma.sql`(SELECT count(*) FROM near) < ${FEW}`;
  // The threshold is a setting; made in the statement, it holds for that alone.
  const similar = Prisma.sql`
    SELECT x.* FROM (SELECT set_config('pg_trgm.word_similarity_threshold', ${trigramsInCommon(sought)}, true) AS threshold) t
      CROSS JOIN LATERAL (
        SELECT n.entity_id, n.key FROM entity_name n
        WHERE ${sought}::text <% n.key AND t.threshold IS NOT NULL AND ${few} AND ${ofKind(kinds)}
        ORDER BY word_similarity(${sought}::text, n.key) DESC, n.id LIMIT ${limits.misspeltFound}) x`;
  const exchanged = exchanges(sought);
  if (exchanged.length === 0) return Prisma.sql`UNION ALL ${similar}`;
  const any = Prisma.join(
    exchanged.map((word) => Prisma.sql`n.key LIKE ${`%${escapeLike(word)}%`}`),
    ' OR ',
  );
  return Prisma.sql`UNION ALL ${similar} UNION ALL (
    SELECT n.entity_id, n.key FROM entity_name n
    WHERE (${any}) AND ${few} AND ${ofKind(kinds)} LIMIT ${limits.misspeltFound})`;
}

/**
 * How much of their trigrams names have in common that may be meant: the fewer, the more are to be looked at. One wrong
 * letter of six leaves 0.4, of five 0.33; one in each of several words leaves more than half.
 */
function trigramsInCommon(sought: string): string {
  if (sought.length <= 8) return '0.3';
  return sought.includes(' ') && sought.length > 12 ? '0.5' : '0.4';
}

/** A short word with any two neighbouring letters exchanged. */
function exchanges(word: string): string[] {
  const letters = [...word];
  if (letters.length > LONGEST_EXCHANGED || word.includes(' ')) return [];
  const exchanged = letters
    .slice(1)
    .map((letter, index) =>
      [...letters.slice(0, index), letter, letters[index] ?? '', ...letters.slice(index + 2)].join(''),
    );
  return [...new Set(exchanged)].filter((other) => other !== word);
}

function ofKind(kinds: readonly EntityKind[] | null): Prisma.Sql {
  if (kinds === null) return Prisma.sql`TRUE`;
  return Prisma.sql`EXISTS (
    SELECT 1 FROM entity o JOIN entity k ON k.id = o.canonical_id
    WHERE o.id = n.entity_id AND k.kind = ANY(${kinds}::entity_kind[]))`;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

/** For a regular expression of PostgreSQL, in which a backslash takes any meaning from what is no letter or digit. */
function escapeExpression(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
