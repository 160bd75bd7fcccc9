// Measures how well and how fast anchors are carried: npm run bench:anchors [-- --quick]
import { ANCHORING, writePage } from '../page-file.ts';
import { BenchmarkProblem } from '../problem.ts';
import { readPlan } from './options.ts';
import { accuracyReport } from './report/accuracy-report.ts';
import { headOf } from './report/head.ts';
import { quoteTimes } from './report/quote-report.ts';
import { missedSpeed, speedTable } from './report/speed-report.ts';
import { missedTargets } from './report/targets.ts';
import { runAccuracy } from './run.ts';
import { EDIT_SIZES, measureSpeed } from './speed/speed.ts';

try {
  const plan = readPlan(process.argv.slice(2));
  const say = (line: string): void => console.error(line);
  const parts: string[] = [];
  const missed: string[] = [];
  if (plan.parts.accuracy) {
    const results = await runAccuracy(plan, say);
    parts.push(accuracyReport(results));
    missed.push(...missedTargets(results));
  }
  if (plan.parts.speed) {
    say('Measuring the speed.');
    for (const size of EDIT_SIZES) {
      const speed = measureSpeed(plan.seed, plan.rounds, size);
      parts.push(speedTable(speed));
      missed.push(...missedSpeed(speed));
    }
    const quotes = quoteTimes();
    parts.push(quotes.table);
    missed.push(...quotes.missed);
  }
  const report = [headOf(plan), ...parts].join('\n\n');
  console.log(report);
  if (plan.write) say(`\nWritten to ${await writePage(report, ANCHORING)}.`);
  if (missed.length > 0) {
    say(`\nNot reached:\n${missed.map((line) => `- ${line}`).join('\n')}`);
    process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof BenchmarkProblem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
