import { Prisma } from '../../../store/generated/client.ts';
import type { Statements } from '../../../store/store.ts';
import { readWhole } from '../stored.ts';
import { KnownSources, type Leads, type Place } from './known-sources.ts';
import type { CheckedRecord } from './record.ts';

interface LeadRow extends Place {
  by: 'key' | 'mark' | 'checksum';
  value: string;
}

/** How many sources of one very content are looked at, the oldest. */
const TWINS = 20;

/** Reads the sources that records may tell of; two statements for any number of records. */
export async function readConcerned(
  statements: Statements,
  records: readonly CheckedRecord[],
): Promise<KnownSources> {
  const keys = [...new Set(records.flatMap(({ key }) => key ?? []))];
  const marks = [...new Set(records.map(({ mark }) => mark))];
  const checksums = [...new Set(records.flatMap(({ key, checksum }) => (key === null ? checksum : [])))];
  // OFFSET 0 makes the planner look each one up in an index. Left alone it reads whole tables where it has no statistics of
  // them, which is always so in a store that has just been filled, and for as long as it is embedded.
  const rows = await statements.$queryRaw<LeadRow[]>`
    SELECT 'key' AS by, g.value, s.id AS "recordId", s.canonical_id AS "sourceId"
    FROM unnest(${keys}::text[]) AS g(value) CROSS JOIN LATERAL (
      SELECT id, canonical_id FROM source WHERE key = g.value AND deleted_at IS NULL OFFSET 0) s
    UNION ALL
    SELECT 'mark', g.value, s.id, s.canonical_id
    FROM unnest(${marks}::text[]) AS g(value)
      CROSS JOIN LATERAL (SELECT source_id FROM source_term WHERE term = g.value ORDER BY source_id LIMIT 1) t
      CROSS JOIN LATERAL (SELECT id, canonical_id FROM source WHERE id = t.source_id OFFSET 0) s
    UNION ALL
    SELECT 'checksum', g.value, s.id, s.canonical_id
    FROM unnest(${checksums}::text[]) AS g(value) CROSS JOIN LATERAL (
      SELECT d.id, d.canonical_id
      FROM (SELECT id, canonical_id, deleted_at FROM source WHERE checksum = g.value OFFSET 0) d
      WHERE d.deleted_at IS NULL ORDER BY d.id LIMIT ${TWINS}) s`;
  const ids = [...new Set(rows.map(({ sourceId }) => sourceId))];
  const sources = await readWhole(statements, Prisma.sql`source c WHERE c.id = ANY(${ids}::uuid[])`);
  return new KnownSources(
    sources.map(({ source: { id, key, version }, content }) => ({ id, key, version, content })),
    leadsOf(rows),
  );
}

function leadsOf(rows: readonly LeadRow[]): Leads {
  const leads: Leads = { byKey: new Map(), byMark: new Map(), byChecksum: new Map() };
  for (const { by, value, recordId, sourceId } of rows) {
    const place = { recordId, sourceId };
    if (by === 'key') leads.byKey.set(value, place);
    else if (by === 'mark') leads.byMark.set(value, place);
    else leads.byChecksum.set(value, [...(leads.byChecksum.get(value) ?? []), place]);
  }
  return leads;
}
