import { type Scope, scopeRecords } from '../annotations/scope.ts';
import { validIn } from '../documents/valid-in.ts';
import { groupBy } from '../group-by.ts';
import { AFTER_BLOCKS } from '../place-cursor.ts';
import { Prisma } from '../store/generated/client.ts';
import type { Statements } from '../store/store.ts';
import { CITING, type Citation, QUOTED } from './citation.ts';
import { type CitationFilter, filterCondition } from './filter.ts';
import type { CitationPlace, ListedCitation } from './place.ts';
import { citationColumns } from './read.ts';

/** A stretch of a revision's text whose citations are asked for. */
export type TextScope = Extract<Scope, { kind: 'text' }>;

/** What is asked of a list of citations, apart from whose list it is. */
export interface CitationListShape {
  filter: CitationFilter;
  limit: number;
  after: CitationPlace | null;
  /** Whether those whose words are gone from the text come at the end: of whole texts alone. */
  withLost: boolean;
}

/** The scope of all words of a revision. */
export function wholeText({
  id,
  documentId,
  number,
}: {
  id: string;
  documentId: string;
  number: number;
}): TextScope {
  return {
    kind: 'text',
    documentId,
    revisionId: id,
    number,
    start: { ordinal: 0, offset: 0 },
    end: { ordinal: AFTER_BLOCKS, offset: 0 },
    unitIds: null,
  };
}

/**
 * Reads a page of the citations whose citing or quoted words touch stretches of text, in the order of the text, in one
 * statement. Each is there once: where its citing words stand if these are in the stretch, else where the quoted ones do.
 * It walks the blocks from the cursor on, so that a page takes as long at the end of a book as at its beginning.
 */
export async function listCitationsInText(
  statements: Statements,
  scopes: readonly TextScope[],
  { filter, limit, after, withLost }: CitationListShape,
): Promise<ListedCitation[][]> {
  const condition = filterCondition(filter, inRevision);
  const parts = [
    Prisma.sql`(${startingIn} AND b.ordinal >= ${after?.ordinal ?? 0} AND ${condition} AND ${beyond(after, Prisma.sql`b.ordinal`, Prisma.sql`p.start_offset`)}
      ORDER BY b.ordinal, p.start_offset, c.id LIMIT ${limit})`,
    Prisma.sql`(${reachingInto} AND ${condition} AND ${beyond(after, Prisma.sql`f.ordinal`, Prisma.sql`p.start_offset`)}
      ORDER BY f.ordinal, p.start_offset, c.id LIMIT ${limit})`,
    ...(withLost
      ? [
          Prisma.sql`(${lost} AND ${condition} AND ${beyond(after, Prisma.sql`${AFTER_BLOCKS}::int`, Prisma.sql`0`)}
            ORDER BY c.id LIMIT ${limit})`,
        ]
      : []),
  ];
  const rows = await statements.$queryRaw<(Citation & { key: number; ordinal: number; offset: number })[]>`
    SELECT s.key, x.* FROM ${scopeRecords(scopes)} CROSS JOIN LATERAL (
      SELECT * FROM (${Prisma.join(parts, ' UNION ALL ')}) parts ORDER BY ordinal, "offset", id LIMIT ${limit}) x
    ORDER BY s.key, x.ordinal, x."offset", x.id`;
  const grouped = groupBy(rows, (row) => row.key);
  return scopes.map((_, key) => (grouped.get(key) ?? []).map(toListed));
}

/** Counts the citations in several stretches of text in one statement. */
export async function countCitationsInText(
  statements: Statements,
  scopes: readonly TextScope[],
  filter: CitationFilter,
  withLost: boolean,
): Promise<number[]> {
  const condition = filterCondition(filter, inRevision);
  const parts = [startingIn, reachingInto, ...(withLost ? [lost] : [])].map(
    (part) => Prisma.sql`(${part} AND ${condition})`,
  );
  const rows = await statements.$queryRaw<{ key: number; count: number }[]>`
    SELECT s.key, (SELECT count(*)::int FROM (${Prisma.join(parts, ' UNION ALL ')}) parts) AS count
    FROM ${scopeRecords(scopes)}`;
  const counts = new Map(rows.map((row) => [row.key, row.count]));
  return scopes.map((_, key) => counts.get(key) ?? 0);
}

/** A citation with its place in a list, of a row that tells both. */
export function toListed({
  key: _key,
  ordinal,
  offset,
  ...citation
}: Citation & { key: number; ordinal: number; offset: number }): ListedCitation {
  return { ...citation, place: { documentId: citation.documentId, ordinal, offset, id: citation.id } };
}

function beyond(after: CitationPlace | null, ordinal: Prisma.Sql, offset: Prisma.Sql): Prisma.Sql {
  if (after === null) return Prisma.sql`TRUE`;
  return Prisma.sql`(${ordinal}, ${offset}, c.id) > (${after.ordinal}, ${after.offset}, ${after.id}::uuid)`;
}

const inRevision = validIn(Prisma.sql`s.number`);

const anchored = Prisma.sql`
    JOIN anchor n ON n.id = p.anchor_id
    JOIN citation c ON c.id = n.citation_id
    JOIN source w ON w.id = c.source_id`;

/** Where the other anchor of the citation of the anchor `n` stands in the revision of the scope. */
const other = (ordinal: number): Prisma.Sql => Prisma.sql`
  SELECT 1 FROM anchor m
    JOIN anchor_position q ON q.anchor_id = m.id AND q.first_revision <= s.number
      AND (q.last_revision IS NULL OR q.last_revision >= s.number)
    JOIN block g ON g.revision_id = s.revision_id AND g.unit_id = q.start_unit_id
    JOIN block h ON h.revision_id = s.revision_id AND h.unit_id = q.end_unit_id
  WHERE m.citation_id = n.citation_id AND m.ordinal = ${ordinal}`;

const listedHere = Prisma.sql`(n.ordinal = ${CITING} OR NOT EXISTS (${other(CITING)}
  AND (g.ordinal, q.start_offset) < (s.end_ordinal, s.end_offset)
  AND (h.ordinal, q.end_offset) > (s.start_ordinal, s.start_offset)))`;

const startingIn = Prisma.sql`
  SELECT ${citationColumns}, b.ordinal, p.start_offset AS "offset"
  FROM block b
    JOIN anchor_position p ON p.start_unit_id = b.unit_id AND ${inRevision}
    ${anchored}
  WHERE b.revision_id = s.revision_id AND b.ordinal BETWEEN s.start_ordinal AND s.end_ordinal
    AND (b.ordinal, p.start_offset) < (s.end_ordinal, s.end_offset)
    AND (p.spanning OR (b.ordinal, p.end_offset) > (s.start_ordinal, s.start_offset)) AND ${listedHere}`;

const reachingInto = Prisma.sql`
  SELECT ${citationColumns}, f.ordinal, p.start_offset AS "offset"
  FROM anchor_position p
    JOIN block f ON f.revision_id = s.revision_id AND f.unit_id = p.start_unit_id
    JOIN block l ON l.revision_id = s.revision_id AND l.unit_id = p.end_unit_id
    ${anchored}
  WHERE p.document_id = s.document_id AND p.spanning AND ${inRevision}
    AND f.ordinal < s.start_ordinal AND (l.ordinal, p.end_offset) > (s.start_ordinal, s.start_offset)
    AND ${listedHere}`;

const lost = Prisma.sql`
  SELECT ${citationColumns}, ${AFTER_BLOCKS}::int AS ordinal, 0 AS "offset"
  FROM anchor_position p ${anchored}
  WHERE p.document_id = s.document_id AND p.start_unit_id IS NULL AND ${inRevision}
    AND n.ordinal = ${CITING} AND NOT EXISTS (${other(QUOTED)})`;
