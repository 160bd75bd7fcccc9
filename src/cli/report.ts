import { Problem } from '../problem.ts';

/** Says on standard error what went wrong, in one sentence where it is a problem of the caller, and sets exit code 1. */
export function report(error: unknown): void {
  process.exitCode = 1;
  if (error instanceof Problem) console.error(`scholion: ${error.message}`);
  else
    console.error('scholion: this is a fault of the program; please report it with what follows.\n', error);
}
