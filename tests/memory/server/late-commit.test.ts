import pg from 'pg';
import { expect, it } from 'vitest';
import { ChangeFeed } from '../../../src/memory/change-feed.ts';
import { newId } from '../../../src/store/new-id.ts';
import { openStore } from '../../../src/store/store.ts';
import { createDatabase } from '../../support/test-database.ts';

it('An event is seen that was written first and committed last', async () => {
  const database = await createDatabase();
  const store = await openStore(database.location);
  const [early, late] = [new pg.Client(store.database.connection), new pg.Client(store.database.connection)];
  try {
    await Promise.all([early.connect(), late.connect()]);
    const { id } = await store.prisma.agent.create({ data: { key: 'w', kind: 'PERSON', name: 'W' } });
    const note = (client: pg.Client, kind: string) =>
      client.query(`INSERT INTO event (id, kind, agent_id) VALUES ($1, $2, $3)`, [newId(), kind, id]);
    const feed = new ChangeFeed(store);
    const begun = await feed.catchUp();
    await early.query('BEGIN');
    await note(early, 'SOURCE_SAVED');
    await note(late, 'ENTITY_SAVED');
    const between = await feed.catchUp();
    expect(feed.versions.unchangedSince(begun, ['entities'])).toBe(false);
    expect(feed.versions.unchangedSince(begun, ['sources'])).toBe(true);
    expect(await feed.catchUp()).toBe(between);
    await early.query('COMMIT');
    await feed.catchUp();
    expect(feed.versions.unchangedSince(between, ['sources'])).toBe(false);
    expect(feed.versions.unchangedSince(between, ['entities'])).toBe(true);
  } finally {
    await Promise.all([early.end(), late.end()]);
    await store.close();
    await database.remove();
  }
});
