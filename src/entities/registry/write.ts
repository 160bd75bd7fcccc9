import { Prisma } from '../../store/generated/client.ts';
import { insertRows, type Row } from '../../store/insert-rows.ts';
import { newId } from '../../store/new-id.ts';
import type { Client } from '../../store/store.ts';
import type { EntityContent } from '../entity.ts';
import { searchKey } from './search-key.ts';

/** An entity to write: a new one, or all that one says by itself from now on. */
export interface EntityToWrite {
  /** Of the one that is changed; null for a new one. */
  id: string | null;
  /** One that no other entity has; see `freeSlugs`. */
  slug: string;
  /** What its version is then: 1 for a new one. */
  version: number;
  /** As `checkEntity` answers it, with authorities that no other entity has; see `findHolders`. */
  content: EntityContent;
}

interface Ready extends EntityToWrite {
  id: string;
  isNew: boolean;
}

/**
 * Writes any number of entities with their names, authorities and events, in a number of statements that does not depend
 * on theirs. To be called in a transaction, after `lockRegistry`.
 * @param agentId who does it.
 * @returns the ids of the entities, in their order.
 */
export async function writeEntities(
  statements: Client,
  agentId: string,
  entities: readonly EntityToWrite[],
): Promise<string[]> {
  const now = new Date();
  const ready = entities.map(
    (entity): Ready => ({ ...entity, id: entity.id ?? newId(), isNew: entity.id === null }),
  );
  await change(
    statements,
    ready.filter(({ isNew }) => !isNew),
    now,
  );
  await insert(
    statements,
    'entity',
    ready.filter(({ isNew }) => isNew).map((entity) => newRow(entity, now)),
  );
  await insert(statements, 'entity_name', ready.flatMap(nameRows));
  await insert(statements, 'entity_authority', ready.flatMap(authorityRows));
  await insert(
    statements,
    'event',
    ready.map((entity) => eventRow(entity, agentId, now)),
  );
  return ready.map(({ id }) => id);
}

/** Puts in what entities say of themselves, and takes away their names and authorities, for those to come. */
async function change(statements: Client, changed: readonly Ready[], now: Date): Promise<void> {
  if (changed.length === 0) return;
  const ids = changed.map(({ id }) => id);
  const rows = JSON.stringify(changed.map((entity) => ({ id: entity.id, ...columnsOf(entity, now) })));
  await statements.$executeRaw`
    UPDATE entity e SET slug = w.slug, kind = w.kind, name = w.name, description = w.description,
      start_date = w.start_date, end_date = w.end_date, version = w.version, updated_at = w.updated_at
    FROM json_populate_recordset(NULL::entity, ${rows}::json) w WHERE e.id = w.id`;
  await statements.$executeRaw`DELETE FROM entity_name WHERE entity_id = ANY(${ids}::uuid[])`;
  await statements.$executeRaw`DELETE FROM entity_authority WHERE entity_id = ANY(${ids}::uuid[])`;
}

async function insert(statements: Client, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length > 0) await statements.$executeRaw(Prisma.sql`${insertRows(table, rows)}`);
}

function columnsOf({ slug, version, content }: Ready, now: Date): Row {
  return {
    slug,
    kind: content.kind,
    name: content.names[0]?.text ?? '',
    description: content.description,
    start_date: content.startDate,
    end_date: content.endDate,
    version,
    updated_at: now,
  };
}

function newRow(entity: Ready, now: Date): Row {
  return { id: entity.id, ...columnsOf(entity, now), canonical_id: entity.id, created_at: now };
}

function nameRows({ id, content }: Ready): Row[] {
  return content.names.map(({ text, language, kind }, ordinal) => ({
    id: newId(),
    entity_id: id,
    ordinal,
    text,
    language,
    kind,
    key: searchKey(text),
  }));
}

function authorityRows({ id, content }: Ready): Row[] {
  return content.authorities.map(({ scheme, value }) => ({ id: newId(), entity_id: id, scheme, value }));
}

function eventRow({ id, slug, version, content }: Ready, agentId: string, now: Date): Row {
  return {
    id: newId(),
    kind: 'ENTITY_SAVED',
    occurred_at: now,
    agent_id: agentId,
    entity_id: id,
    state: { slug, version, ...content },
  };
}
