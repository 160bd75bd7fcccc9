import { Prisma } from '../../store/generated/client.ts';
import type { Statements } from '../../store/store.ts';
import type { Dictionary } from './candidate.ts';
import { matchLimits as limits } from './limits.ts';
import type { SoughtReference } from './reference.ts';
import { errorsAllowed, errorsBetween, spellings } from './spelling.ts';

/** In so short a reference every name is tried for errors, even where it is a word: one error may make another name. */
const FEW_WORDS = 3;
/** From so many letters on words with two errors are looked for by their trigrams, of which they keep so large a share. */
const LONG = 8;
const TRIGRAMS_IN_COMMON = '0.35';

/**
 * Reads how many sources have each word of a reference, and the words of sources that those which none has may be meant for.
 * Two statements, whatever the reference.
 */
export async function readDictionary(
  statements: Pick<Statements, '$queryRaw'>,
  { words }: Pick<SoughtReference, 'words'>,
): Promise<Dictionary> {
  const frequencies = await readFrequencies(
    statements,
    words.map(({ key }) => key),
  );
  const telling = words.filter(({ isOptional }) => !isOptional);
  const doubtful = telling
    .filter(({ key, isName }) => !frequencies.has(key) || (isName && telling.length <= FEW_WORDS))
    .map(({ key }) => key)
    .filter((key) => errorsAllowed(key) > 0)
    .slice(0, limits.misspelt);
  const others = await readLike(statements, doubtful);
  const like = new Map(doubtful.map((key) => [key, likeAmong(key, others)]));
  const none = new Map<string, number>();
  return {
    frequencyOf: (word) => frequencies.get(word) ?? others.get(word) ?? 0,
    likeOf: (word) => like.get(word) ?? none,
  };
}

/** The words with the fewest errors; of these the commonest, as it is likelier to be meant. */
function likeAmong(key: string, others: ReadonlyMap<string, number>): Map<string, number> {
  const found = [...others].flatMap(([word, frequency]) => {
    const errors = word === key ? null : errorsBetween(key, word);
    return errors === null ? [] : [{ word, errors, frequency }];
  });
  const best = found.toSorted(
    (a, b) => a.errors - b.errors || b.frequency - a.frequency || (a.word < b.word ? -1 : 1),
  );
  return new Map(best.slice(0, limits.like).map(({ word, errors }) => [word, errors]));
}

type Counted = { word: string; count: number }[];

/**
 * How many sources have a word. Read in the order of the index, up to a limit that is no constant: else the planner takes
 * every list for a short one, and reads a long one as a whole before it counts the first of it.
 */
const counted = Prisma.sql`CROSS JOIN LATERAL (
  SELECT count(*)::int AS count
  FROM (SELECT t.source_id FROM source_term t WHERE t.term = w.word ORDER BY t.source_id LIMIT w.most) one) n`;

async function readFrequencies(
  statements: Pick<Statements, '$queryRaw'>,
  words: readonly string[],
): Promise<Map<string, number>> {
  const most = words.map(() => limits.counted);
  const rows = await statements.$queryRaw<Counted>`
    SELECT w.word, n.count
    FROM unnest(${words}::text[], ${most}::int[]) w(word, most) ${counted} WHERE n.count > 0`;
  return new Map(rows.map(({ word, count }) => [word, count]));
}

async function readLike(
  statements: Pick<Statements, '$queryRaw'>,
  words: readonly string[],
): Promise<Map<string, number>> {
  const spelt = words.flatMap(spellings);
  const long = words.filter((word) => word.length >= LONG || spellings(word).length === 0);
  // The threshold is a setting; made in the statement, it holds for that alone.
  const rows = await statements.$queryRaw<Counted>`
    WITH spelt AS MATERIALIZED (SELECT s.word FROM source_word s WHERE s.word = ANY(${spelt}::text[])),
    similar_to AS MATERIALIZED (
      SELECT x.word
      FROM (SELECT set_config('pg_trgm.similarity_threshold', ${TRIGRAMS_IN_COMMON}, true) AS threshold) t
        CROSS JOIN unnest(${long}::text[]) l(word) CROSS JOIN LATERAL (
          SELECT s.word FROM source_word s WHERE s.word % l.word AND t.threshold IS NOT NULL
          ORDER BY similarity(s.word, l.word) DESC, s.word LIMIT ${limits.like}) x)
    SELECT w.word, n.count
    FROM (SELECT f.word, b.most
      FROM (SELECT word FROM spelt UNION SELECT word FROM similar_to) f, unnest(${[limits.counted]}::int[]) b(most)) w
      ${counted} WHERE n.count > 0`;
  return new Map(rows.map(({ word, count }) => [word, count]));
}
