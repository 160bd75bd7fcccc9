import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../../src/store/store.ts';
import { withClient } from '../../support/clients.ts';
import { start } from '../../support/processes.ts';
import { createDatabase, type OwnDatabase } from '../../support/test-database.ts';

let own: OwnDatabase;
let owner: Store;
let guest: Store;

beforeAll(async () => {
  own = await createDatabase();
  owner = await openStore(own.location);
  guest = await openStore(own.location);
});

afterAll(async () => {
  await guest.close();
  await owner.close();
  await own.remove();
});

const times = <Result>(count: number, task: (index: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => task(index)));

/** Gives the others a turn. */
const pause = () => new Promise((resolve) => setImmediate(resolve));

describe('an embedded database that several use at once', () => {
  it('is opened by the first and joined by the second', () => {
    expect([owner.database.shared, guest.database.shared]).toEqual([false, true]);
  });

  it('gives every connection the answers to its own questions', async () => {
    const wrong = await times(24, (client) =>
      withClient(guest.database, async (connection) => {
        const answers: unknown[] = [];
        for (let round = 0; round < 20; round += 1) {
          const { rows } = await connection.query(
            'SELECT $1::int * 1000 + $2::int AS sum, $3::text AS word',
            [client, round, `${client}-${round}`.repeat(round)],
          );
          if (rows[0].sum !== client * 1000 + round || rows[0].word !== `${client}-${round}`.repeat(round))
            answers.push(rows[0]);
        }
        return answers;
      }),
    );
    expect(wrong.flat()).toEqual([]);
  });

  it('keeps transactions of many connections apart', async () => {
    await withClient(owner.database, async (client) => {
      await client.query('CREATE TABLE counter (name text PRIMARY KEY, value int)');
      await client.query(`INSERT INTO counter VALUES ('committed', 0), ('rolled back', 0)`);
    });
    await times(16, (index) =>
      withClient(index % 2 === 0 ? owner.database : guest.database, async (client) => {
        for (let round = 0; round < 10; round += 1) {
          const commits = (index + round) % 3 !== 0;
          const name = commits ? 'committed' : 'rolled back';
          await client.query('BEGIN');
          const { rows } = await client.query('SELECT value FROM counter WHERE name = $1', [name]);
          await pause();
          await client.query('UPDATE counter SET value = $1 WHERE name = $2', [rows[0].value + 1, name]);
          await pause();
          await client.query(commits ? 'COMMIT' : 'ROLLBACK');
        }
      }),
    );
    const counted = Array.from({ length: 16 * 10 }, (_, index) => Math.floor(index / 10) + (index % 10));
    await withClient(owner.database, async (client) => {
      const { rows } = await client.query('SELECT name, value FROM counter ORDER BY name');
      expect(rows).toEqual([
        { name: 'committed', value: counted.filter((sum) => sum % 3 !== 0).length },
        { name: 'rolled back', value: 0 },
      ]);
      await client.query('DROP TABLE counter');
    });
  });

  it('takes queries of both stores at once, in and out of transactions', async () => {
    await times(40, async (index) => {
      const { prisma } = index % 2 === 0 ? owner : guest;
      const data = { key: `agent-${index}`, kind: 'PERSON' as const, name: `Agent ${index}` };
      if (index % 4 < 2) await prisma.agent.create({ data });
      else
        await prisma.$transaction(async (transaction) => {
          const { id } = await transaction.agent.create({ data: { ...data, name: 'nobody' } });
          await transaction.agent.update({ where: { id }, data: { name: data.name } });
        });
      expect(await prisma.agent.findUnique({ where: { key: data.key } })).toMatchObject(data);
    });
    expect(await guest.prisma.agent.count()).toBe(40);
  });

  it('goes on after an error in a transaction', async () => {
    await withClient(guest.database, async (client) => {
      await client.query('BEGIN');
      await expect(client.query('SELECT * FROM nowhere')).rejects.toThrow('does not exist');
      const others = owner.prisma.agent.count();
      await client.query('ROLLBACK');
      expect(await others).toBe(40);
    });
  });

  it('does not wait for a client that died in an open transaction, and forgets what that had written', async () => {
    const killed = start('tests/support/die-in-transaction.js', [String(guest.database.connection.host)]);
    await killed.says(/written/);
    const waiting = owner.prisma.agent.count();
    killed.kill('SIGKILL');
    expect(await waiting).toBe(40);
  });

  it('takes a statement and an answer of many megabytes', async () => {
    const text = 'Слово '.repeat(1_500_000);
    await withClient(guest.database, async (client) => {
      const { rows } = await client.query('SELECT $1::text AS text, length($1::text) AS length', [text]);
      expect(rows[0].text === text).toBe(true);
      expect(rows[0].length).toBe(text.length);
    });
  });

  it('is reached by the command line of another process', async () => {
    const { directory } = own.location.kind === 'embedded' ? own.location : { directory: '' };
    const listed = await times(2, () => start('dist/scholion.js', ['list', '--data', directory]).end());
    expect(listed).toEqual(Array(2).fill({ code: 0, out: '', err: '' }));
  });
});
