// Measures the look-up of references among more and more sources: npm run bench:sources [-- --quick]
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { matchSources } from '../../src/citations/matching/match.ts';
import type { KeyedSource } from '../../src/citations/source.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { markdownTable } from '../anchors/report/markdown.ts';
import { BenchmarkProblem } from '../problem.ts';
import { median } from '../statistics.ts';
import { fillStore } from './fill.ts';
import { generateSources } from './generate.ts';
import { type Plan, readPlan } from './options.ts';
import { type Question, questions } from './questions.ts';

/** What asking a question many times came to. */
interface Asked {
  /** The median. */
  milliseconds: number;
  /** How many times the source that the question was made of came first, or as good as the first, and how many times at all. */
  right: number;
  found: number;
  asked: number;
}

try {
  const plan = readPlan(process.argv.slice(2));
  const rounds: Map<string, Asked>[] = [];
  for (const size of plan.sizes) {
    console.error(`Looking among ${figure(size)} sources.`);
    rounds.push(await measure(size, plan));
  }
  console.log(
    `${cpus()[0]?.model.trim() ?? 'unknown'}, ${cpus().length} cores; Node ${process.version}; seed ${plan.seed}\n`,
  );
  console.log(tableOf(plan.sizes, rounds));
} catch (error) {
  if (!(error instanceof BenchmarkProblem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function measure(size: number, { seed, times }: Plan): Promise<Map<string, Asked>> {
  const directory = await mkdtemp(join(tmpdir(), 'scholion-bench-'));
  const store = await openStore({ kind: 'embedded', directory });
  try {
    const sources = [...generateSources(size, seed)];
    const ids = await fillStore(store, sources);
    const asked = new Map<string, Asked>();
    for (const question of questions)
      asked.set(question.name, await ask(store, question, sources, ids, times));
    return asked;
  } finally {
    await store.close();
    await rm(directory, { recursive: true, force: true });
  }
}

/** Asks for sources at equal distances; the first questions, of which nothing is kept, warm up. */
async function ask(
  { prisma }: Store,
  { write }: Question,
  sources: readonly KeyedSource[],
  ids: readonly string[],
  times: number,
): Promise<Asked> {
  const texts = sources.flatMap((source, index) => {
    const text = write(source);
    return text === null ? [] : [{ text, id: ids[index] }];
  });
  const step = Math.max(1, Math.floor(texts.length / times));
  const chosen = texts.filter((_, index) => index % step === 0).slice(0, times);
  for (const { text } of chosen.slice(0, 10)) await matchSources(prisma, text);
  const taken: number[] = [];
  let right = 0;
  let found = 0;
  for (const { text, id } of chosen) {
    const start = performance.now();
    const { matches } = await matchSources(prisma, text);
    taken.push(performance.now() - start);
    const own = matches.find(({ sourceId }) => sourceId === id);
    if (own !== undefined) found += 1;
    if (own !== undefined && own.score === matches[0]?.score) right += 1;
  }
  return { milliseconds: median(taken), right, found, asked: chosen.length };
}

function tableOf(sizes: readonly number[], rounds: readonly Map<string, Asked>[]): string {
  const heads = [
    'Reference',
    ...sizes.map((size) => `${figure(size)}: ms`),
    'look-ups/s',
    'last / first',
    'first',
    'found',
  ];
  const rows = questions.map(({ name }) => {
    const asked = rounds.map(
      (round) => round.get(name) ?? { milliseconds: Number.NaN, right: 0, found: 0, asked: 0 },
    );
    const first = asked[0]?.milliseconds ?? Number.NaN;
    const last = asked.at(-1);
    const slowest = last?.milliseconds ?? Number.NaN;
    return [
      name,
      ...asked.map(({ milliseconds }) => milliseconds.toFixed(1)),
      figure(Math.round(1000 / slowest)),
      (slowest / first).toFixed(2),
      `${last?.right ?? 0} of ${last?.asked ?? 0}`,
      `${last?.found ?? 0} of ${last?.asked ?? 0}`,
    ];
  });
  return markdownTable(heads, rows);
}

function figure(value: number): string {
  return value.toLocaleString('en');
}
