import { spawnSync } from 'node:child_process';
import type { Places } from './method.ts';
import { entries } from './registry.ts';

/** What a union of so many names did, or why it did nothing. */
export type Union =
  | { buildSeconds: number; bytes: number; findSeconds: number; places: Places; paragraphs: number }
  | { failure: string };

/** How long it is let search, and be built as well, in milliseconds. */
const BUDGET = 6_000;
const PATIENCE = 30_000;

/** In a process of its own, which can be ended: neither building nor searching can be interrupted. */
const CHILD = `
  const read = () => JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
  const { names, paragraphs, budget } = read();
  const memory = () => { gc(); gc(); const { heapUsed, external } = process.memoryUsage(); return heapUsed + external; };
  const before = memory();
  const start = performance.now();
  const quoted = names.map((name) => name.replace(/[.*+?^$()[\\]{}|\\\\]/g, '\\\\$&'));
  const union = new RegExp('\\\\b(?:' + quoted.join('|') + ')\\\\b', 'g');
  union.test('compiled now');
  const built = performance.now();
  const bytes = Math.max(0, memory() - before);
  const places = [];
  let count = 0;
  while (count < paragraphs.length && performance.now() - built < budget) {
    for (const { index, 0: words } of paragraphs[count].matchAll(union)) places.push(count, index, index + words.length);
    count += 1;
  }
  const end = performance.now();
  process.stdout.write(JSON.stringify({ buildSeconds: (built - start) / 1000, bytes,
    findSeconds: (end - built) / 1000, places, paragraphs: count }));
`;

/** A regular expression with a name for each alternative, the longer first, on as many paragraphs as there is time for. */
export function measureUnion(nameCount: number, seed: number, paragraphs: readonly string[]): Union {
  const names = new Set<string>();
  for (const { names: own } of entries(nameCount, seed)) for (const { text } of own) names.add(text);
  const sorted = [...names].sort((a, b) => b.length - a.length);
  const { status, stdout, stderr, error } = spawnSync(process.execPath, ['--expose-gc', '-e', CHILD], {
    input: JSON.stringify({ names: sorted, paragraphs, budget: BUDGET }),
    encoding: 'utf8',
    timeout: PATIENCE,
    maxBuffer: 2 ** 28,
  });
  if (status === 0) return JSON.parse(stdout) as Union;
  if (error !== undefined) return { failure: `not done after ${PATIENCE / 1000} s` };
  const message = /^(?:\w*Error|#? ?Fatal[^\n]*?): ?.*$/m.exec(stderr)?.[0] ?? `ended with ${status}`;
  return { failure: message.slice(-80) };
}
