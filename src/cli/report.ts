import { Problem } from '../problem.ts';

/** Says on standard error what went wrong, in one sentence where it is a problem of the caller, and sets exit code 1. */
export function report(error: unknown): void {
  process.exitCode = 1;
  if (error instanceof Problem) console.error(`scholion: ${error.message}`);
  else if (isConnectionLost(error))
    console.error(
      'scholion: The connection to the database was lost; see whether its server, or the Scholion that serves the data directory, still runs. What was written so far stays; then do the rest again.',
    );
  else
    console.error('scholion: this is a fault of the program; please report it with what follows.\n', error);
}

/** Codes of Prisma and of Node.js, and what the driver says, when the other side goes away. */
const LOST =
  /P1001|P1017|ECONNRESET|ECONNREFUSED|EPIPE|Connection terminated|Server has closed the connection/;

function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return LOST.test(`${code} ${error.message}`);
}
