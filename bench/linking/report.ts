import { cpus } from 'node:os';
import { markdownTable } from '../anchors/report/markdown.ts';
import { median } from '../statistics.ts';
import type { Measured } from './method.ts';
import type { Plan } from './options.ts';
import type { Union } from './union.ts';

/** What was measured for a number of names. */
export interface Round {
  names: number;
  linker: Measured;
  ngrams: Measured;
  union: Union;
}

/** When, where and on what a run was made, as a Markdown list. */
export function headOf({ seed, textLength }: Plan, paragraphs: number, words: number): string {
  const processors = cpus();
  return [
    `- Date: ${new Date().toISOString().slice(0, 10)}`,
    `- Processor: ${processors[0]?.model.trim() ?? 'unknown'}, ${processors.length} cores; Node ${process.version}`,
    `- Seed: ${seed}`,
    `- Text: ${textLength / 1e6} MB, ${figure(words)} words in ${figure(paragraphs)} paragraphs`,
  ].join('\n');
}

/** @param words in the text; @param wordsIn those of its first so many paragraphs. */
export function tableOf(
  rounds: readonly Round[],
  words: number,
  wordsIn: (paragraphs: number) => number,
): string {
  const rows = rounds.flatMap(({ names, linker, ngrams, union }) => [
    [figure(names), 'Scholion', ...cellsOf(linker, words)],
    [figure(names), 'look-up per n-gram', ...cellsOf(ngrams, words)],
    'failure' in union
      ? [figure(names), 'regular expression', union.failure, '', '', '', '']
      : [figure(names), 'regular expression', ...cellsOf(union, wordsIn(union.paragraphs))],
  ]);
  return markdownTable(['Names', 'Method', 'built in s', 'MB', 'words read', 'words/s', 'found'], rows);
}

export function changeTable(milliseconds: readonly number[], buildSeconds: number): string {
  const middle = median(milliseconds);
  return markdownTable(
    ['', 'ms'],
    [
      ['one entity changed, median', middle.toFixed(2)],
      ['the longest', Math.max(...milliseconds).toFixed(2)],
      ['built anew', (buildSeconds * 1000).toFixed(0)],
    ],
  );
}

function cellsOf({ buildSeconds, bytes, findSeconds, places }: Measured, words: number): string[] {
  return [
    buildSeconds.toFixed(2),
    (bytes / 1e6).toFixed(1),
    figure(words),
    figure(Math.round(words / findSeconds)),
    figure(places.length / 3),
  ];
}

function figure(value: number): string {
  return value.toLocaleString('en');
}
