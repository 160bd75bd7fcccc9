import { cpus } from 'node:os';
import type { Plan } from '../options.ts';

/** When, where and how a run was made, as a Markdown list. */
export function headOf({ seed, quotes, rounds, parts }: Plan): string {
  const processors = cpus();
  return [
    `Date: ${new Date().toISOString().slice(0, 10)}`,
    `Processor: ${processors[0]?.model.trim() ?? 'unknown'}, ${processors.length} cores; Node ${process.version}`,
    `Seed: ${seed}`,
    ...(parts.accuracy ? [`Quotes: up to ${quotes} of each size after each edit of each text`] : []),
    ...(parts.speed ? [`Rounds for speed: ${rounds}`] : []),
  ]
    .map((line) => `- ${line}`)
    .join('\n');
}
