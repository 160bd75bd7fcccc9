import { Prisma } from '../../store/generated/client.ts';
import type { Statements } from '../../store/store.ts';
import type { SourceContent } from '../source.ts';
import { ownTerm } from './found-by.ts';
import { sourceLimits } from './limits.ts';
import { readSources, type Source } from './read.ts';
import { areNear, type DuplicateReason, shareIsbn } from './same-work.ts';
import { readWhole } from './stored.ts';

/** A source that may be the same work as another one. */
export interface PossibleDuplicate {
  source: Source;
  why: DuplicateReason;
}

/** How many sources are looked at that have the ISBN, or the first author and the year: the oldest. */
const CANDIDATES = 200;

/** What of a source `s` is compared. */
const compared = Prisma.sql`s.id, s.canonical_id, s.deleted_at, s.type, s.title, s.isbn`;

/** Whether the titles of a source `s` and of one that is asked for are nearly as long; they are compared closely later. */
const ofLikeLength = Prisma.sql`
  abs(length(s.title) - length(g.title)) <= greatest(length(s.title), length(g.title)) / 5 + 5`;

interface Candidate {
  asked: string;
  why: DuplicateReason;
  canonicalId: string;
  type: SourceContent['type'];
  title: string | null;
  isbn: string | null;
}

/**
 * Finds sources that may be the same works as others, also by what was merged into them: those with the same DOI or ISBN,
 * or the same first author and year and a near title. Three statements.
 * @param ids of sources that stand for themselves.
 * @returns by the ids for which there are any, the most telling first, 20 at most.
 */
export async function duplicatesOf(
  statements: Statements,
  ids: readonly string[],
): Promise<Map<string, PossibleDuplicate[]>> {
  const asked = await readWhole(
    statements,
    Prisma.sql`source c WHERE c.id = ANY(${ids}::uuid[]) AND c.canonical_id = c.id AND c.deleted_at IS NULL`,
  );
  const contents = new Map(asked.map(({ source, content }) => [source.id, content]));
  const reasons = new Map<string, Map<string, DuplicateReason>>();
  for (const candidate of await readCandidates(statements, contents)) {
    const content = contents.get(candidate.asked);
    if (content === undefined || !isLike(content, candidate)) continue;
    const found = reasons.get(candidate.asked) ?? new Map<string, DuplicateReason>();
    reasons.set(candidate.asked, found);
    if (!found.has(candidate.canonicalId) && found.size < sourceLimits.duplicates)
      found.set(candidate.canonicalId, candidate.why);
  }
  const sources = await readSources(statements, [
    ...new Set([...reasons.values()].flatMap((found) => [...found.keys()])),
  ]);
  return new Map(
    [...reasons].map(([id, found]) => [
      id,
      [...found].flatMap(([other, why]) => {
        const source = sources.get(other);
        return source === undefined ? [] : [{ source, why }];
      }),
    ]),
  );
}

/** Reads what may be the same by index, those of the most telling reason first. For OFFSET 0 see `readConcerned`. */
async function readCandidates(
  statements: Statements,
  contents: ReadonlyMap<string, SourceContent>,
): Promise<Candidate[]> {
  const wanted = [...contents].map(([id, content]) => {
    const { doi, isbn, title } = content;
    return { id, doi, isbn, title, term: ownTerm.leadAndYear(content) };
  });
  const like = (why: DuplicateReason, from: Prisma.Sql, limit: number) => Prisma.sql`(
    SELECT ${why}::text AS why, d.canonical_id, d.type, d.title, d.isbn, d.id FROM (${from} OFFSET 0) d
    WHERE d.canonical_id <> g.id AND d.deleted_at IS NULL ORDER BY d.id LIMIT ${limit})`;
  const byDoi = Prisma.sql`SELECT ${compared} FROM source s WHERE s.doi = g.doi`;
  const byIsbn = Prisma.sql`SELECT ${compared} FROM source s WHERE s.isbn = g.isbn`;
  const byLead = Prisma.sql`SELECT * FROM (
      SELECT source_id FROM source_term WHERE term = g.term ORDER BY source_id LIMIT ${CANDIDATES}
    ) t CROSS JOIN LATERAL (SELECT ${compared} FROM source s WHERE s.id = t.source_id OFFSET 0) s
    WHERE ${ofLikeLength}`;
  return await statements.$queryRaw<Candidate[]>`
    SELECT g.id AS asked, x.why, x.canonical_id AS "canonicalId", x.type, x.title, x.isbn
    FROM json_to_recordset(${JSON.stringify(wanted)}::json) AS g(id uuid, doi text, isbn text, title text, term text)
      CROSS JOIN LATERAL (
        ${like('DOI', byDoi, CANDIDATES)} UNION ALL ${like('ISBN', byIsbn, CANDIDATES)}
        UNION ALL ${like('AUTHOR_YEAR_TITLE', byLead, CANDIDATES)}
      ) x
    ORDER BY g.id, x.why = 'DOI' DESC, x.why = 'ISBN' DESC, x.id`;
}

function isLike(content: SourceContent, candidate: Candidate): boolean {
  if (candidate.why === 'DOI') return true;
  return candidate.why === 'ISBN' ? shareIsbn(content, candidate) : areNear(content.title, candidate.title);
}
