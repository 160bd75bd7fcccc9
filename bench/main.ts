// Measures this server against a hand-written one: npm run bench [-- --quick]
import { readPlan } from './options.ts';
import { PERFORMANCE, writePage } from './page-file.ts';
import { BenchmarkProblem } from './problem.ts';
import { reportOf } from './report.ts';
import { run } from './run.ts';

const interrupted = new Promise<never>((_resolve, reject) => {
  process.once('SIGINT', () => reject(new BenchmarkProblem('The benchmark was interrupted.')));
  process.once('SIGTERM', () => reject(new BenchmarkProblem('The benchmark was stopped.')));
});

try {
  const plan = readPlan(process.argv.slice(2));
  const figures = await run(plan, interrupted, (line) => console.error(line));
  const report = reportOf(plan, figures);
  console.log(report);
  if (!plan.quick) console.error(`\nWritten to ${await writePage(report, PERFORMANCE)}.`);
} catch (error) {
  if (!(error instanceof BenchmarkProblem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
