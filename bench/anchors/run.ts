import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Result } from './cases/result.ts';
import { runCases } from './cases/run-cases.ts';
import type { Plan } from './options.ts';
import { dumpLine, isDubious } from './report/dump.ts';
import { makeCorpora } from './texts/texts.ts';

/** Looks for all quotes in all texts. @param say is told which text it is at. */
export async function runAccuracy(plan: Plan, say: (line: string) => void): Promise<Result[]> {
  const results: Result[] = [];
  const lines: string[] = [];
  const corpora = await makeCorpora(plan.seed);
  for (const [index, corpus] of corpora.entries()) {
    const isFirst = corpora.findIndex(({ script }) => script === corpus.script) === index;
    if (plan.oneTextPerScript && !isFirst) continue;
    say(`Editing: ${corpus.name}.`);
    runCases(corpus, plan.quotes, plan.seed * 100 + index, (result, details) => {
      results.push(result);
      if (plan.dump !== null && isDubious(result)) lines.push(dumpLine(result, details));
    });
  }
  if (plan.dump !== null) await writeLines(plan.dump, lines);
  return results;
}

async function writeLines(file: string, lines: readonly string[]): Promise<void> {
  const stream = createWriteStream(file);
  for (const line of lines) stream.write(`${line}\n`);
  stream.end();
  await finished(stream);
}
