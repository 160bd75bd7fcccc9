import { createHash } from 'node:crypto';
import { termsOf } from '../../src/citations/matching/terms.ts';
import type { KeyedSource } from '../../src/citations/source.ts';
import { insertRows, type Row } from '../../src/store/insert-rows.ts';
import { newId } from '../../src/store/new-id.ts';
import type { Store } from '../../src/store/store.ts';

/** How many sources are written at once. */
const BATCH = 20_000;

/** What is made anew after a bulk load, as keeping it in order meanwhile takes much longer. */
const ASIDE = [
  [
    'ALTER TABLE source_term DROP CONSTRAINT source_term_pkey',
    'ALTER TABLE source_term ADD CONSTRAINT source_term_pkey PRIMARY KEY (term, source_id)',
  ],
  [
    'DROP INDEX source_term_source_id_idx',
    'CREATE INDEX source_term_source_id_idx ON source_term (source_id)',
  ],
  [
    'DROP INDEX source_word_trigram_idx',
    'CREATE INDEX source_word_trigram_idx ON source_word USING gin (word gin_trgm_ops)',
  ],
] as const;

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
  for (const [drop] of ASIDE) await prisma.$executeRawUnsafe(drop);
  for (const batch of batchesOf(sources)) ids.push(...(await write(prisma, batch, known)));
  for (const [, create] of ASIDE) await prisma.$executeRawUnsafe(create);
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
    prisma.$executeRaw(insertRows('source', all.map(rowOf))),
    prisma.$executeRaw(insertRows('source_creator', all.flatMap(creatorRows))),
    prisma.$executeRaw`INSERT INTO source_term (source_id, term)
      SELECT s.id, t.term
      FROM unnest(${ids}::uuid[], ${all.map(({ terms }) => terms.join('\n'))}::text[]) s(id, terms)
        CROSS JOIN LATERAL string_to_table(s.terms, chr(10)) t(term)`,
    prisma.$executeRaw`INSERT INTO source_word (word) SELECT * FROM unnest(${words}::text[])`,
  ]);
  return ids;
}

function rowOf({ id, key, content }: KeyedSource & { id: string }): Row {
  const { type, title, container, publisher, publisherPlace, volume, issue, pages, issued, doi, isbn } =
    content;
  const checksum = createHash('sha256').update(id).digest('hex');
  const identity = { id, key, checksum, version: 1, canonical_id: id };
  const texts = { title, container, publisher, publisher_place: publisherPlace, volume, issue, pages };
  return { ...identity, ...texts, type, issued, doi, isbn };
}

function creatorRows({ id, content }: KeyedSource & { id: string }): Row[] {
  return content.creators.map(({ role, family, given, literal }, ordinal) => {
    return { id: newId(), source_id: id, ordinal, role, family, given, literal };
  });
}
