import pg from 'pg';
import { openScholion } from '../src/scholion.ts';
import { findPostgres, startCluster } from '../tests/support/cluster.ts';
import { describeMachine } from './machine.ts';
import type { Plan } from './options.ts';
import { BenchmarkProblem } from './problem.ts';
import { addQuestion } from './questions/add.ts';
import { pageQuestion, placesInBook } from './questions/page.ts';
import { treeQuestion } from './questions/tree.ts';
import { type Measured, measure } from './rounds.ts';
import { startServer } from './servers.ts';
import { fillStore } from './texts.ts';

export interface Figures {
  /** Where they were taken, as lines of a Markdown list. */
  machine: string[];
  measured: Measured[];
}

/** Something that was started, and how to stop it. */
type Stop = () => Promise<unknown>;

/** Takes all figures on one PostgreSQL that is there for this run only. @throws BenchmarkProblem */
export async function run(
  plan: Plan,
  interrupted: Promise<never>,
  say: (line: string) => void,
): Promise<Figures> {
  const started: Stop[] = [];
  try {
    return await Promise.race([takeFigures(plan, started, say), interrupted]);
  } finally {
    for (const stop of started.toReversed()) await stop().catch(() => undefined);
  }
}

async function takeFigures(plan: Plan, started: Stop[], say: (line: string) => void): Promise<Figures> {
  const binaries = findPostgres();
  if (binaries === null)
    throw new BenchmarkProblem(
      'PostgreSQL is not installed here, and the benchmark starts one; install its server.',
    );
  const cluster = await startCluster(binaries);
  started.push(() => cluster.stop());
  const url = cluster.url('postgres');
  say('Filling a store.');
  const { texts, places, localAgentId } = await prepare(url, started);
  const database = new pg.Client(url);
  await database.connect();
  started.push(() => database.end());
  await database.query('VACUUM ANALYZE');
  const machine = await describeMachine(database);
  const scholion = await startServer('scholion-server.ts', [
    ...['serve', '--database-url', url, '--port', '0', '--log-level', 'silent'],
  ]);
  started.push(() => scholion.stop());
  const limit = await startServer('limit-server.ts', [url, localAgentId]);
  started.push(() => limit.stop());
  const servers = { scholion, limit };
  const questions = [
    () => treeQuestion(servers),
    () => pageQuestion(servers, places),
    // Last, since it makes the tables grow.
    () => addQuestion(servers, texts.margin, database),
  ];
  const askAll = async (): Promise<Measured[]> => {
    const measured: Measured[] = [];
    for (const makeQuestion of questions) {
      const question = await makeQuestion();
      say(`Asking: ${question.name}.`);
      measured.push(await measure(question, servers, plan));
    }
    return measured;
  };
  return { machine, measured: await Promise.race([askAll(), scholion.ended, limit.ended]) };
}

async function prepare(url: string, started: Stop[]) {
  const scholion = await openScholion({ kind: 'server', url }, { migrate: true });
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await scholion.close();
    isOpen = false;
  };
  started.push(close);
  const texts = await fillStore(scholion);
  const places = await placesInBook(scholion, texts.book);
  // Its connections should not be there while figures are taken.
  await close();
  return { texts, places, localAgentId: scholion.localAgentId };
}
