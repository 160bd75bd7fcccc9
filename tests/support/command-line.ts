import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Finished, start } from './processes.ts';
import { temporaryFolder } from './temporary.ts';

/** Runs `scholion` with arguments, to its end. */
export async function scholion(...args: string[]): Promise<Finished> {
  return await start('dist/scholion.js', args).end();
}

/** What a command comes to that goes wrong because of what it was given: one sentence, exit code 1. */
export function refusal(message: string): Finished {
  return { code: 1, out: '', err: `scholion: ${message}\n` };
}

/** A data directory with an empty store in it. */
export async function dataDirectory(): Promise<string> {
  const directory = join(await temporaryFolder(), 'data');
  await cp(inject('database').template, directory, { recursive: true });
  return directory;
}
