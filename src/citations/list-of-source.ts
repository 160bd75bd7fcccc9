import { groupBy } from '../group-by.ts';
import { Prisma } from '../store/generated/client.ts';
import type { Statements } from '../store/store.ts';
import type { Citation } from './citation.ts';
import { type CitationFilter, filterCondition } from './filter.ts';
import { toListed } from './list-in-text.ts';
import type { CitationPlace, ListedCitation } from './place.ts';
import { offsetNow, ordinalNow, placedNow, placeNow } from './place-now.ts';
import { citationColumns } from './read.ts';

/** A page of the citations of sources. */
export interface SourceCitationsShape {
  filter: CitationFilter;
  limit: number;
  after: CitationPlace | null;
}

const now = Prisma.sql`p.last_revision IS NULL`;

/**
 * Reads a page of where sources are cited, document by document, the oldest first, in each in the order of its latest
 * text, those whose words are gone from it last: one statement for any number of sources. It goes through the documents
 * from the cursor on, so that a page takes as long at the end of a long list as at its beginning.
 * @param sourceIds of sources that stand for themselves.
 */
export async function listCitationsOfSources(
  statements: Statements,
  sourceIds: readonly string[],
  { filter, limit, after }: SourceCitationsShape,
): Promise<ListedCitation[][]> {
  const inDocument =
    filter.documentId === undefined
      ? Prisma.sql`TRUE`
      : Prisma.sql`v.document_id = ${filter.documentId}::uuid`;
  const from = after === null ? Prisma.sql`TRUE` : Prisma.sql`v.document_id >= ${after.documentId}::uuid`;
  const beyond =
    after === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`(c.document_id, ${ordinalNow}, ${offsetNow}, c.id) >
          (${after.documentId}::uuid, ${after.ordinal}, ${after.offset}, ${after.id}::uuid)`;
  const rows = await statements.$queryRaw<(Citation & { key: number; ordinal: number; offset: number })[]>`
    SELECT s.key, x.* FROM ${sourceRecords(sourceIds)} CROSS JOIN LATERAL (
      SELECT y.* FROM (
        SELECT DISTINCT v.document_id FROM source k JOIN citation v ON v.source_id = k.id
        WHERE k.canonical_id = s.id AND ${inDocument} AND ${from} ORDER BY v.document_id
      ) d CROSS JOIN LATERAL (
        SELECT ${citationColumns}, ${placeNow}
        FROM document t
          JOIN revision r ON r.document_id = t.id AND r.number = t.latest_revision
          JOIN citation c ON c.document_id = t.id
          JOIN source w ON w.id = c.source_id AND w.canonical_id = s.id
          ${placedNow}
        WHERE t.id = d.document_id AND ${filterCondition(filter, now)} AND ${beyond}
        ORDER BY ordinal, "offset", c.id LIMIT ${limit}
      ) y
      ORDER BY d.document_id, y.ordinal, y."offset", y.id LIMIT ${limit}
    ) x ORDER BY s.key, x."documentId", x.ordinal, x."offset", x.id`;
  const grouped = groupBy(rows, (row) => row.key);
  return sourceIds.map((_, key) => (grouped.get(key) ?? []).map(toListed));
}

/** Counts the citations of sources, those whose words are gone too, in one statement. */
export async function countCitationsOfSources(
  statements: Statements,
  sourceIds: readonly string[],
  filter: CitationFilter,
): Promise<number[]> {
  const rows = await statements.$queryRaw<{ key: number; count: number }[]>`
    SELECT s.key, (
      SELECT count(*)::int FROM source w JOIN citation c ON c.source_id = w.id
      WHERE w.canonical_id = s.id AND ${filterCondition(filter, now)}
    ) AS count FROM ${sourceRecords(sourceIds)}`;
  const counts = new Map(rows.map((row) => [row.key, row.count]));
  return sourceIds.map((_, key) => counts.get(key) ?? 0);
}

/** The sources as a table `s`, one row each, `key` being the index. */
function sourceRecords(sourceIds: readonly string[]): Prisma.Sql {
  const records = sourceIds.map((id, key) => ({ key, id }));
  return Prisma.sql`json_to_recordset(${JSON.stringify(records)}::json) AS s(key int, id uuid)`;
}
