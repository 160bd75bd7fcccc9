import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ChangeFeed } from '../../../src/memory/change-feed.ts';
import { newId } from '../../../src/store/new-id.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { createDatabase, type OwnDatabase } from '../../support/test-database.ts';

let database: OwnDatabase;
let store: Store;
let agentId: string;
const clients: pg.Client[] = [];

beforeEach(async () => {
  database = await createDatabase();
  store = await openStore(database.location);
  const agent = await store.prisma.agent.create({ data: { key: 'writer', kind: 'PERSON', name: 'Writer' } });
  agentId = agent.id;
});

afterEach(async () => {
  for (const client of clients.splice(0)) await client.end();
  await store.close();
  await database.remove();
});

async function connected(): Promise<pg.Client> {
  const client = new pg.Client(store.database.connection);
  await client.connect();
  clients.push(client);
  return client;
}

async function note(client: Pick<pg.Client, 'query'>, kind = 'ENTITY_SAVED', count = 1): Promise<void> {
  const ids = Array.from({ length: count }, newId);
  await client.query(
    `INSERT INTO event (id, kind, agent_id) SELECT unnest($1::uuid[]), $2::event_kind, $3::uuid`,
    [ids, kind, agentId],
  );
}

it('Changes are seen once they are committed, by whomever, and each only once', async () => {
  const feed = new ChangeFeed(store);
  const begun = await feed.catchUp();
  expect(await feed.catchUp()).toBe(begun);
  const other = await connected();
  await note(other);
  const after = await feed.catchUp();
  expect(after).toBeGreaterThan(begun);
  expect(feed.versions.unchangedSince(begun, ['entities'])).toBe(false);
  expect(feed.versions.unchangedSince(begun, ['sources', 'annotations'])).toBe(true);
  expect(await feed.catchUp()).toBe(after);
});

it('A change is seen by whoever begins to read after it was acknowledged, however many read', async () => {
  const feed = new ChangeFeed(store);
  await feed.catchUp();
  const other = await connected();
  for (let round = 0; round < 30; round += 1) {
    const before = feed.versions.now;
    const earlier = [feed.catchUp(), feed.catchUp()];
    await note(other);
    const times = await Promise.all([feed.catchUp(), feed.catchUp(), feed.catchUp()]);
    for (const time of times) expect(time).toBeGreaterThan(before);
    expect(feed.versions.unchangedSince(before, ['entities'])).toBe(false);
    await Promise.all(earlier);
  }
});

it('More changes at once than are looked at count as a change of everything', async () => {
  const feed = new ChangeFeed(store);
  const begun = await feed.catchUp();
  await note(await connected(), 'ENTITY_SAVED', 5_001);
  await feed.catchUp();
  expect(feed.versions.unchangedSince(begun, ['annotations:any'])).toBe(false);
});

it('An event of a kind that is not known, from a later version, counts as a change of everything', async () => {
  const feed = new ChangeFeed(store);
  const begun = await feed.catchUp();
  const client = await connected();
  await client.query("ALTER TYPE event_kind ADD VALUE 'UNHEARD_OF'");
  await note(client, 'UNHEARD_OF');
  const after = await feed.catchUp();
  expect(feed.versions.unchangedSince(begun, ['annotations:any'])).toBe(false);
  expect(await feed.catchUp()).toBe(after);
});

it('Events that come from another database are no changes', async () => {
  const client = await connected();
  await note(client);
  await client.query(`UPDATE event SET transaction_id = '9000000000000000000'::xid8`);
  const feed = new ChangeFeed(store);
  const begun = await feed.catchUp();
  expect(await feed.catchUp()).toBe(begun);
  await note(client);
  expect(await feed.catchUp()).toBeGreaterThan(begun);
});

it('After a fault of the database it goes on where it was', async () => {
  let broken = false;
  const feed = new ChangeFeed({
    statements: {
      $queryRaw: (query, ...values) =>
        broken ? Promise.reject(new Error('gone')) : store.statements.$queryRaw(query, ...values),
    },
  });
  const begun = await feed.catchUp();
  broken = true;
  const refused = await Promise.allSettled([feed.catchUp(), feed.catchUp()]);
  expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  broken = false;
  await note(await connected());
  expect(await feed.catchUp()).toBeGreaterThan(begun);
});
