import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countAnchors } from '../../../src/annotations/count-anchors.ts';
import { ChangeFeed } from '../../../src/memory/change-feed.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { createDatabase, type OwnDatabase } from '../../support/test-database.ts';

const ROWS = 20_000;
const DOCUMENT = randomUUID();
/** The nth row of a kind. */
const id = (kind: number) => `('00000000-0000-4000-800${kind}-' || lpad(n::text, 12, '0'))::uuid`;

let database: OwnDatabase;
let store: Store;
let client: pg.Client;
const asked: string[] = [];

/** As after an import, and in the embedded database at all times: many rows, and no statistics of them. */
beforeAll(async () => {
  database = await createDatabase();
  store = await openStore(database.location, { onStatement: (sql) => asked.push(sql) });
  client = new pg.Client(store.database.connection);
  await client.connect();
  await client.query('SET session_replication_role = replica');
  for (const table of ['annotation', 'anchor', 'anchor_position'])
    await client.query(`ALTER TABLE ${table} SET (autovacuum_enabled = off)`);
  const numbers = `FROM generate_series(1, ${ROWS}) n`;
  await client.query(
    `INSERT INTO annotation (id, document_id, creator_id, motivation, visibility, anchored)
     SELECT ${id(1)}, $1, gen_random_uuid(), 'COMMENTING', 'PUBLIC', TRUE ${numbers}`,
    [DOCUMENT],
  );
  await client.query(
    `INSERT INTO anchor (id, document_id, annotation_id, ordinal, made_on_id, exact, prefix, suffix)
     SELECT ${id(2)}, $1, ${id(1)}, 0, gen_random_uuid(), 'word', '', '' ${numbers}`,
    [DOCUMENT],
  );
  await client.query(
    `INSERT INTO anchor_position (id, anchor_id, document_id, first_revision, status, score, spanning)
     SELECT ${id(3)}, ${id(2)}, $1, 1, 'ORPHANED', 0, FALSE ${numbers}`,
    [DOCUMENT],
  );
});

afterAll(async () => {
  await client.end();
  await store.close();
  await database.remove();
});

/** How PostgreSQL would run a statement that was asked last. @param values in its order, as SQL. */
async function planOf(words: string, values: readonly string[]): Promise<string> {
  const statement = asked.findLast((sql) => sql.includes(words)) ?? '';
  expect(statement).not.toBe('');
  await client.query('SET plan_cache_mode = force_generic_plan');
  await client.query(`PREPARE asked AS ${statement}`);
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN EXECUTE asked(${values.join()})`);
  await client.query('DEALLOCATE asked');
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

it('the anchors of a document are counted from the document on', async () => {
  const principal = { agentId: randomUUID(), roles: new Set(['READER' as const]) };
  expect(await countAnchors(store.statements, principal, DOCUMENT, 1)).toBe(ROWS);
  const plan = await planOf('count(*)', [`'${DOCUMENT}'`, `'${principal.agentId}'`, '1', '1']);
  expect(plan).toContain('annotation_pkey');
  expect(plan).toContain('anchor_position_anchor_id_first_revision_key');
  expect(plan).not.toMatch(/Seq Scan on (?:annotation|anchor_position)/);
});

it('the look at the event log has the positions of an annotation from the index', async () => {
  const feed = new ChangeFeed(store);
  await feed.catchUp();
  await feed.catchUp();
  const plan = await planOf('pg_visible_in_snapshot', ["'1:1:'", "'1:1:'"]);
  expect(plan).toContain('anchor_annotation_id_ordinal_idx');
  expect(plan).not.toMatch(/Seq Scan on anchor/);
});
