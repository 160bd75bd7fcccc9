import pg from 'pg';
import { expect, it } from 'vitest';
import { ChangeFeed } from '../../../src/memory/change-feed.ts';
import { openStore } from '../../../src/store/store.ts';
import { createDatabase } from '../../support/test-database.ts';

/** How many events there are; PostgreSQL chooses other plans for few rows than for many. */
const SIZES = [0, 500, 30_000];

it('The look at the event log reads what is new by the index, however many events there are', async () => {
  const database = await createDatabase();
  const asked: string[] = [];
  const store = await openStore(database.location, { onStatement: (sql) => asked.push(sql) });
  const client = new pg.Client(store.database.connection);
  try {
    await client.connect();
    const { id } = await store.prisma.agent.create({ data: { key: 'w', kind: 'PERSON', name: 'W' } });
    const feed = new ChangeFeed(store);
    await feed.catchUp();
    await feed.catchUp();
    const look = asked.at(-1) ?? '';
    expect(look).toContain('pg_visible_in_snapshot');
    await client.query('SET plan_cache_mode = force_generic_plan');
    await client.query(`PREPARE look AS ${look}`);
    let there = 0;
    for (const size of SIZES) {
      await client.query(
        `INSERT INTO event (id, kind, agent_id, state, transaction_id)
         SELECT gen_random_uuid(), 'ENTITY_SAVED', $1, jsonb_build_object('text', repeat('word ', 80)), ('1' || lpad((n * 7919 % 1000)::text, 4, '0'))::xid8
         FROM generate_series($2::int, $3) n`,
        [id, there + 1, size],
      );
      there = size;
      await client.query('ANALYZE event');
      const { rows } = await client.query<{ 'QUERY PLAN': string }>("EXPLAIN EXECUTE look('1:1:', '1:1:')");
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).not.toContain('Gather');
      if (size > 0) expect(plan).toContain('event_transaction_id_idx');
    }
  } finally {
    await client.end();
    await store.close();
    await database.remove();
  }
});
