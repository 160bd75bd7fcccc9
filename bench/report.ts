import type { Growth } from './growth.ts';
import type { Plan } from './options.ts';
import { type Measured, SIDES, type Side } from './rounds.ts';
import type { Figures } from './run.ts';
import { figure, NAMES, ratioOf, tableOf, toTable } from './table.ts';
import { targetsOf } from './targets.ts';

/** What a run has found, in Markdown. */
export function reportOf(plan: Plan, figures: Figures): string {
  const { machine, measured, growth } = figures;
  const parts = [
    aboutRun(plan, machine),
    measured.length === 0 ? '' : `### Figures\n\n${tableOf(measured)}${notesOf(measured)}`,
    measured.length === 0 ? '' : `### Ratios\n\n${ratiosOf(measured)}`,
    growth.length === 0 ? '' : `### Growth\n\n${growthTable(growth)}`,
    besides(figures),
    `### Targets\n\n${targetsOf(figures)}`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function aboutRun(plan: Plan, machine: readonly string[]): string {
  const seconds = plan.roundMilliseconds / 1000;
  const lines = [
    `Date: ${new Date().toISOString().slice(0, 10)}`,
    ...machine,
    `Load: ${plan.connections} connections, each with one request at a time; ${plan.rounds} rounds of ${seconds} s for each server and question, after one round that does not count`,
  ];
  return lines.map((line) => `- ${line}`).join('\n');
}

function notesOf(measured: readonly Measured[]): string {
  const notes = measured.flatMap(({ name, note }) => (note === undefined ? [] : `${name}: ${note}.`));
  return notes.length === 0 ? '' : `\n\n${notes.join('\n')}`;
}

function ratiosOf(measured: readonly Measured[]): string {
  const pairs: [Side, Side][] = [
    ['scholion', 'postgraphile'],
    ['cold', 'postgraphile'],
    ['scholion', 'limit'],
    ['cold', 'limit'],
    ['postgraphile', 'limit'],
  ];
  const present = pairs.filter(([one, other]) =>
    measured.some((question) => ratioOf(question, one, other) !== null),
  );
  const heads = ['Question', ...present.map(([one, other]) => `${NAMES[one]} / ${NAMES[other]}`)];
  const rows = measured.map((question) => [
    question.name,
    ...present.map(([one, other]) => figure(ratioOf(question, one, other) ?? Number.NaN)),
  ]);
  return toTable(heads, rows, 1);
}

/** p50 on the two stores, and how many times the first the second is. */
function growthTable(growth: readonly Growth[]): string {
  const sides = SIDES.filter((side) => growth.some((one) => one.sides[side] !== undefined));
  const heads = ['p50 ms: small library → large', ...sides.map((side) => NAMES[side])];
  const rows = growth.map(({ name, sides: times }) => [
    name,
    ...sides.map((side) => {
      const time = times[side];
      if (time === undefined) return '';
      return `${figure(time.small)} → ${figure(time.large)} (× ${figure(time.large / time.small)})`;
    }),
  ]);
  return toTable(heads, rows, 1);
}

function besides({ memory, firstAnswer }: Figures): string {
  const lines: string[] = [];
  if (memory !== null) {
    const each = SIDES.flatMap((side) => {
      const bytes = memory[side];
      return bytes === undefined ? [] : [`${NAMES[side]} ${Math.round(bytes / 2 ** 20)} MiB`];
    });
    lines.push(`- Memory of each server’s process after the mix (resident): ${each.join(', ')}`);
  }
  if (firstAnswer !== null)
    lines.push(
      `- From starting \`node dist/scholion.js serve --sample\` on an embedded store that is there until the article is answered: ${firstAnswer.program.toFixed(2)} s; with \`npm start\`, which builds it first, ${firstAnswer.npmStart.toFixed(2)} s`,
    );
  return lines.length === 0 ? '' : `### Memory and starting\n\n${lines.join('\n')}`;
}
