// Measures the search for names of the registry: npm run bench:linking [-- --quick]
import { join } from 'node:path';
import { packageFolder } from '../../src/store/paths.ts';
import { writePage } from '../page-file.ts';
import { BenchmarkProblem } from '../problem.ts';
import { buildLinker, timeChanges } from './linker.ts';
import { measure, type Places } from './method.ts';
import { buildNgrams } from './ngrams.ts';
import { readPlan } from './options.ts';
import { changeTable, headOf, type Round, tableOf } from './report.ts';
import { countWords, writeText } from './text.ts';
import { measureUnion } from './union.ts';

const PAGE = {
  template: join(packageFolder, 'bench', 'linking', 'figures-template.md'),
  file: join(packageFolder, 'docs', 'linking-figures.md'),
};
const CHANGES = 1_000;

try {
  const plan = readPlan(process.argv.slice(2));
  const say = (line: string): void => console.error(line);
  const most = Math.max(...plan.sizes);
  const paragraphs = writeText(plan.textLength, most, plan.seed);
  const words = countWords(paragraphs);
  const rounds = plan.sizes.map((names): Round => {
    say(`Looking for ${names.toLocaleString('en')} names.`);
    const linker = measure(() => buildLinker(names, plan.seed), paragraphs);
    const ngrams = measure(() => buildNgrams(names, plan.seed), paragraphs);
    checkSame(linker.places, ngrams.places, 'the look-up per n-gram', names);
    const union = measureUnion(names, plan.seed, paragraphs);
    if (!('failure' in union))
      checkSame(within(linker.places, union.paragraphs), union.places, 'the regular expression', names);
    return { names, linker, ngrams, union };
  });
  say('Changing one entity after the other.');
  const changes = timeChanges(most, plan.seed, CHANGES);
  const report = [
    headOf(plan, paragraphs.length, words),
    tableOf(rounds, words, (count) => countWords(paragraphs.slice(0, count))),
    `### One entity changed among ${most.toLocaleString('en')} names`,
    changeTable(changes, rounds.at(-1)?.linker.buildSeconds ?? 0),
  ].join('\n\n');
  console.log(report);
  if (plan.write) say(`\nWritten to ${await writePage(report, PAGE)}.`);
} catch (error) {
  if (!(error instanceof BenchmarkProblem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function within(places: Places, paragraphs: number): Places {
  const left: Places = [];
  for (let at = 0; at < places.length; at += 3) {
    if ((places[at] ?? 0) < paragraphs) left.push(...places.slice(at, at + 3));
  }
  return left;
}

/** @throws BenchmarkProblem where two methods did not find the same. */
function checkSame(one: Places, other: Places, method: string, names: number): void {
  const differing = one.findIndex((value, index) => value !== other[index]);
  if (one.length === other.length && differing < 0) return;
  const at = differing < 0 ? Math.min(one.length, other.length) : differing - (differing % 3);
  throw new BenchmarkProblem(
    `Of ${names} names Scholion found ${one.length / 3} and ${method} ${other.length / 3}; the first that differs: ` +
      `${one.slice(at, at + 3)} and ${other.slice(at, at + 3)}.`,
  );
}
