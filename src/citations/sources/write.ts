import { Prisma } from '../../store/generated/client.ts';
import { insertRows, type Row } from '../../store/insert-rows.ts';
import { newId } from '../../store/new-id.ts';
import type { Client } from '../../store/store.ts';
import type { SourceContent } from '../source.ts';
import { contentChecksum, stateOf } from './content.ts';
import { columnOf, nameParts, sourceFields } from './fields.ts';
import { writeTerms } from './write-terms.ts';

/** A source to write: a new one, or all that is known of one from now on. */
export interface SourceToWrite {
  id: string;
  isNew: boolean;
  /** One that no other source has; see `freeKeys`. */
  key: string;
  /** What its version is then: 1 for a new one. */
  version: number;
  /** As `checkSource` answers it. */
  content: SourceContent;
}

const OWN_COLUMNS = ['key', 'type', ...sourceFields.map(columnOf), 'checksum', 'version', 'updated_at'];
const assignments = Prisma.raw(OWN_COLUMNS.map((column) => `"${column}" = w."${column}"`).join(', '));

/**
 * Writes any number of sources with their creators, terms and events, in a number of statements that does not depend on
 * theirs. To be called in a transaction, after `lockSources`.
 * @param agentId who does it.
 */
export async function writeSources(
  statements: Client,
  agentId: string,
  sources: readonly SourceToWrite[],
): Promise<void> {
  if (sources.length === 0) return;
  const now = new Date();
  const changed = sources.filter(({ isNew }) => !isNew);
  await change(statements, changed, now);
  await insert(
    statements,
    'source',
    sources.filter(({ isNew }) => isNew).map((source) => newRow(source, now)),
  );
  await insert(statements, 'source_creator', sources.flatMap(creatorRows));
  await writeTerms(statements, sources);
  await insert(
    statements,
    'event',
    sources.map((source) => eventRow(source, agentId, now)),
  );
}

/** Puts in what is known of sources, and takes away their creators, for those to come. */
async function change(statements: Client, changed: readonly SourceToWrite[], now: Date): Promise<void> {
  if (changed.length === 0) return;
  const ids = changed.map(({ id }) => id);
  const rows = JSON.stringify(changed.map((source) => ({ id: source.id, ...columnsOf(source, now) })));
  await statements.$executeRaw`
    UPDATE source s SET ${assignments} FROM json_populate_recordset(NULL::source, ${rows}::json) w WHERE s.id = w.id`;
  await statements.$executeRaw`DELETE FROM source_creator WHERE source_id = ANY(${ids}::uuid[])`;
}

async function insert(statements: Client, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length > 0) await statements.$executeRaw(Prisma.sql`${insertRows(table, rows)}`);
}

function columnsOf({ key, version, content }: SourceToWrite, now: Date): Row {
  return {
    key,
    type: content.type,
    ...Object.fromEntries(sourceFields.map((field) => [columnOf(field), content[field]])),
    checksum: contentChecksum(content),
    version,
    updated_at: now,
  };
}

function newRow(source: SourceToWrite, now: Date): Row {
  return { id: source.id, ...columnsOf(source, now), canonical_id: source.id, created_at: now };
}

function creatorRows({ id, content }: SourceToWrite): Row[] {
  return content.creators.map((creator, ordinal) => ({
    id: newId(),
    source_id: id,
    ordinal,
    role: creator.role,
    ...Object.fromEntries(nameParts.map((part) => [columnOf(part), creator[part]])),
  }));
}

function eventRow(source: SourceToWrite, agentId: string, now: Date): Row {
  return {
    id: newId(),
    kind: 'SOURCE_SAVED',
    occurred_at: now,
    agent_id: agentId,
    source_id: source.id,
    state: stateOf(source, source.content),
  };
}
