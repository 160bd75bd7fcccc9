// Measures this server against PostGraphile and a hand-written one: npm run bench [-- --quick]
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFolder } from '../src/store/paths.ts';
import { chartOf } from './chart.ts';
import { readPlan } from './options.ts';
import { PERFORMANCE, writePage } from './page-file.ts';
import { BenchmarkProblem } from './problem.ts';
import { reportOf } from './report.ts';
import { run } from './run.ts';

/** The image that the page of figures shows. */
const CHART = join(packageFolder, 'docs', 'performance.svg');

const interrupted = new Promise<never>((_resolve, reject) => {
  process.once('SIGINT', () => reject(new BenchmarkProblem('The benchmark was interrupted.')));
  process.once('SIGTERM', () => reject(new BenchmarkProblem('The benchmark was stopped.')));
});

try {
  const plan = readPlan(process.argv.slice(2));
  const figures = await run(plan, interrupted, (line) => console.error(line));
  const report = reportOf(plan, figures);
  console.log(report);
  if (plan.write) {
    await writeFile(CHART, chartOf(figures.measured));
    console.error(`\nWritten to ${await writePage(report, PERFORMANCE)}, with its chart.`);
  }
  if (plan.chart !== null) await writeFile(plan.chart, chartOf(figures.measured));
} catch (error) {
  if (!(error instanceof BenchmarkProblem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
