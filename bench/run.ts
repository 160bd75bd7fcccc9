import { openScholion } from '../src/scholion.ts';
import type { RevisionText } from '../src/text/revision-text.ts';
import { buildPrograms, startContenders } from './contenders.ts';
import { connect, type Run, type Stop, watchDatabase } from './database.ts';
import { type FirstAnswer, measureFirstAnswer } from './first-answer.ts';
import { type Growth, growthOf } from './growth.ts';
import { installContenders } from './install.ts';
import { describeMachine, versionsOf } from './machine.ts';
import type { Plan } from './options.ts';
import type { Ground } from './questions/ground.ts';
import { type MakeQuestion, READ_QUESTIONS, requireKnown, WRITE_QUESTIONS } from './questions/index.ts';
import { eachSide, type Measured, measure, type Question, type Ring, type Sides } from './rounds.ts';
import type { Server } from './servers.ts';
import { openStores, type Stores } from './store/open.ts';
import { readLatest } from './texts.ts';

export interface Figures {
  /** Where they were taken, as lines of a Markdown list. */
  machine: string[];
  measured: Measured[];
  growth: Growth[];
  /** The memory that each server's process held after the mix, in bytes; null where that was not asked. */
  memory: Sides<number> | null;
  firstAnswer: FirstAnswer | null;
}

/** What is measured besides questions, by what `--only` calls it. */
const BESIDES = { growth: 'growth', firstAnswer: 'first-answer' };

/** Takes all figures on one PostgreSQL that is there for this run only. @throws BenchmarkProblem */
export async function run(
  plan: Plan,
  interrupted: Promise<never>,
  say: (line: string) => void,
): Promise<Figures> {
  requireKnown(plan.only, Object.values(BESIDES));
  const started: Stop[] = [];
  try {
    return await Promise.race([takeFigures({ plan, started, say }), interrupted]);
  } finally {
    for (const stop of started.toReversed()) await stop().catch(() => undefined);
  }
}

async function takeFigures(one: Run): Promise<Figures> {
  const { plan, started, say } = one;
  installContenders(say);
  await buildPrograms();
  const stores = await openStores(one);
  if (plan.fill) {
    say(
      `Filled. Now, elsewhere: npm run bench -- --database-url ${stores.large}\nStop this one with Ctrl-C.`,
    );
    await new Promise(() => undefined);
  }
  const machine = [
    ...(await describeMachine(await connect(stores.large, started))),
    ...(await versionsOf(stores)),
  ];
  const asked = await askQuestions(one, stores);
  const firstAnswer = wants(plan, BESIDES.firstAnswer) ? await timeFirstAnswer(one) : null;
  return { machine, ...asked, firstAnswer };
}

function wants({ only }: Plan, id: string): boolean {
  return only.length === 0 || only.includes(id);
}

async function timeFirstAnswer({ plan, say }: Run): Promise<FirstAnswer> {
  say('Starting, until the first answer.');
  return await measureFirstAnswer(plan.starts);
}

/** A store with servers on it. */
interface Arena {
  ground: Ground;
  ring: Ring;
  /** Rejects when a server ends. */
  ended: Promise<never>;
}

async function askQuestions(one: Run, stores: Stores): Promise<Omit<Figures, 'machine' | 'firstAnswer'>> {
  const figures: Omit<Figures, 'machine' | 'firstAnswer'> = { measured: [], growth: [], memory: null };
  const isGrowthAsked = wants(one.plan, BESIDES.growth);
  const isAnythingElse = one.plan.only.some((id) => !Object.values<string>(BESIDES).includes(id));
  if (one.plan.only.length > 0 && !isGrowthAsked && !isAnythingElse) return figures;
  const large = await openArena(one, stores.large);
  const small = isGrowthAsked ? await openArena(one, stores.small) : null;
  const ask = async (): Promise<void> => {
    for (const [id, make] of Object.entries(READ_QUESTIONS)) {
      if (!isGrowthAsked && !wants(one.plan, id)) continue;
      const question = await make(large.ground);
      if (wants(one.plan, id)) figures.measured.push(await askOne(one, question, large));
      if (small !== null) figures.growth.push(await growTo(one, make, question, small, large));
    }
    for (const [id, make] of Object.entries(WRITE_QUESTIONS)) {
      if (!wants(one.plan, id)) continue;
      figures.measured.push(await askOne(one, await make(large.ground), large));
      if (id === 'mix')
        figures.memory = await eachSide(
          large.ground.servers,
          async (side) => (await large.ground.servers[side]?.residentBytes()) ?? 0,
        );
    }
  };
  await Promise.race([ask(), large.ended, ...(small === null ? [] : [small.ended])]);
  return figures;
}

async function askOne({ say }: Run, question: Question, { ring }: Arena): Promise<Measured> {
  say(`Asking: ${question.name}.`);
  return await measure(question, ring);
}

async function growTo(
  { plan, say }: Run,
  make: MakeQuestion,
  question: Question,
  small: Arena,
  large: Arena,
): Promise<Growth> {
  say(`  on both stores: ${question.name}.`);
  const onSmall = { servers: small.ground.servers, question: await make(small.ground) };
  const onLarge = { servers: large.ground.servers, question };
  const { growthRounds: rounds, growthMilliseconds: roundMilliseconds, connections } = plan;
  const shape = { rounds, roundMilliseconds, connections };
  return await growthOf(onSmall, onLarge, shape);
}

/** Starts the servers on a store. */
async function openArena({ plan, started }: Run, url: string): Promise<Arena> {
  const database = await connect(url, started);
  const running: Server[] = [];
  started.push(async () => await Promise.all(running.map((server) => server.stop())));
  const servers = await startContenders(url, (server) => running.push(server));
  const { rows } = await database.query<{ id: string }>("SELECT id FROM agent WHERE key = 'local'");
  const agentId = rows[0]?.id ?? '';
  return {
    ground: { servers, database, agentId, readText: (slug) => readText(url, slug) },
    ring: { servers, plan, databaseSeconds: await watchDatabase(database) },
    ended: Promise.race(running.map((server) => server.ended)),
  };
}

async function readText(url: string, slug: string): Promise<RevisionText> {
  const scholion = await openScholion({ kind: 'server', url });
  try {
    return await readLatest(scholion, slug);
  } finally {
    await scholion.close();
  }
}
