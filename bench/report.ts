import type { Plan } from './options.ts';
import type { Figures } from './run.ts';
import { tableOf } from './table.ts';
import { BOOK, SAMPLE } from './texts.ts';

/** What a run has found, in Markdown. */
export function reportOf(plan: Plan, { machine, measured }: Figures): string {
  const seconds = plan.roundMilliseconds / 1000;
  const lines = [
    `Date: ${new Date().toISOString().slice(0, 10)}`,
    ...machine,
    `Load: ${plan.connections} connections, each with one request at a time; ${plan.rounds} rounds of ${seconds} s for each server and question, after one round that does not count`,
    `Texts: the sample with ${number(SAMPLE.annotations)} annotations; a book of ${number(BOOK.paragraphs)} paragraphs with ${number(BOOK.annotations)}`,
  ];
  return `${lines.map((line) => `- ${line}`).join('\n')}\n\n${tableOf(measured)}`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
