import { createHash } from 'node:crypto';
import { termsOf } from '../../src/citations/matching/terms.ts';
import type { KeyedSource } from '../../src/citations/source.ts';
import { Prisma } from '../../src/store/generated/client.ts';
import { newId } from '../../src/store/new-id.ts';
import type { Store } from '../../src/store/store.ts';

/** How many sources are written at once. */
const BATCH = 20_000;

const KEY_OF_TERMS = 'source_term_pkey';

/**
 * Writes sources with what they are found by straight into the tables, and has the database look at these. @returns their
 * ids, in their order.
 */
export async function fillStore(
  { prisma }: Pick<Store, 'prisma'>,
  sources: Iterable<KeyedSource>,
): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ word: string }[]>`SELECT word FROM source_word`;
  const known = new Set(rows.map(({ word }) => word));
  const ids: string[] = [];
  // Keeping indexes in order during a bulk load takes much longer than making them anew.
  const indexes = await prisma.$queryRaw<{ name: string; definition: string }[]>`
    SELECT indexname AS name, indexdef AS definition FROM pg_indexes
    WHERE schemaname = current_schema() AND tablename IN ('source', 'source_creator', 'source_term', 'source_word')
      AND indexname NOT IN (SELECT conname FROM pg_constraint)`;
  for (const { name } of indexes) await prisma.$executeRawUnsafe(`DROP INDEX ${name}`);
  await prisma.$executeRawUnsafe(`ALTER TABLE source_term DROP CONSTRAINT ${KEY_OF_TERMS}`);
  for (const batch of batchesOf(sources)) ids.push(...(await write(prisma, batch, known)));
  await prisma.$executeRawUnsafe(
    `ALTER TABLE source_term ADD CONSTRAINT ${KEY_OF_TERMS} PRIMARY KEY (term, source_id)`,
  );
  for (const { definition } of indexes) await prisma.$executeRawUnsafe(definition);
  await prisma.$executeRaw`ANALYZE source, source_creator, source_term, source_word`;
  return ids;
}

function* batchesOf(sources: Iterable<KeyedSource>): Generator<KeyedSource[]> {
  let batch: KeyedSource[] = [];
  for (const source of sources) {
    batch.push(source);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function write(
  prisma: Store['prisma'],
  sources: readonly KeyedSource[],
  known: Set<string>,
): Promise<string[]> {
  const all = sources.map((source) => ({ id: newId(), ...source, ...termsOf(source) }));
  const ids = all.map(({ id }) => id);
  const words = [...new Set(all.flatMap(({ words: own }) => own))].filter((word) => !known.has(word));
  for (const word of words) known.add(word);
  await prisma.$transaction([
    // Whether each row refers to one that is there need not be asked: it does.
    prisma.$executeRaw`SET LOCAL session_replication_role = replica`,
    prisma.$executeRaw(insertColumns('source', SOURCE, all.map(rowOf))),
    prisma.$executeRaw(insertColumns('source_creator', CREATOR, all.flatMap(creatorRows))),
    prisma.$executeRaw`INSERT INTO source_term (source_id, term)
      SELECT s.id, t.term
      FROM unnest(${ids}::uuid[], ${all.map(({ terms }) => terms.join('\n'))}::text[]) s(id, terms)
        CROSS JOIN LATERAL string_to_table(s.terms, chr(10)) t(term)`,
    prisma.$executeRaw`INSERT INTO source_word (word) SELECT * FROM unnest(${words}::text[])`,
  ]);
  return ids;
}

type Cell = string | number | null;

/** The columns that are written, and their types. */
const SOURCE = {
  id: 'uuid',
  canonical_id: 'uuid',
  key: 'text',
  checksum: 'text',
  version: 'int',
  type: 'source_type',
  title: 'text',
  container: 'text',
  publisher: 'text',
  publisher_place: 'text',
  volume: 'text',
  issue: 'text',
  pages: 'text',
  issued: 'text',
  doi: 'text',
  isbn: 'text',
};
const CREATOR = {
  id: 'uuid',
  source_id: 'uuid',
  ordinal: 'int',
  role: 'creator_role',
  family: 'text',
  given: 'text',
  literal: 'text',
};

function rowOf({ id, key, content }: KeyedSource & { id: string }): Record<keyof typeof SOURCE, Cell> {
  const { type, title, container, publisher, publisherPlace, volume, issue, pages, issued, doi, isbn } =
    content;
  const checksum = createHash('sha256').update(id).digest('hex');
  const identity = { id, key, checksum, version: 1, canonical_id: id };
  const texts = { title, container, publisher, publisher_place: publisherPlace, volume, issue, pages };
  return { ...identity, ...texts, type, issued, doi, isbn };
}

function creatorRows({ id, content }: KeyedSource & { id: string }): Record<keyof typeof CREATOR, Cell>[] {
  return content.creators.map(({ role, family, given, literal }, ordinal) => {
    return { id: newId(), source_id: id, ordinal, role, family, given, literal };
  });
}

/** Rows travel as arrays, one for each column: as JSON they take several times as long. */
function insertColumns<Column extends string>(
  table: string,
  types: Readonly<Record<Column, string>>,
  rows: readonly Record<NoInfer<Column>, Cell>[],
): Prisma.Sql {
  const columns = Object.keys(types).filter((name): name is Column => name in types);
  const arrays = columns.map(
    (name) => Prisma.sql`${rows.map((row) => row[name])}::${Prisma.raw(types[name])}[]`,
  );
  return Prisma.sql`INSERT INTO ${Prisma.raw(table)} (${Prisma.raw(columns.join(', '))})
    SELECT * FROM unnest(${Prisma.join(arrays)})`;
}
