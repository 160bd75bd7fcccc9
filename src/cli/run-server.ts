import { openScholion, type Scholion } from '../scholion.ts';
import { type RunningServer, requireFreeAddress, serve } from '../server/listen.ts';
import { createLog } from '../server/log.ts';
import { readPublicUrl } from '../server/origin.ts';
import { StoreProblem } from '../store/problem.ts';
import { locationOf } from './options.ts';
import { importSample } from './sample.ts';
import type { ServeGiven } from './serve.ts';

const MEBIBYTE = 1024 * 1024;

/** Serves until a signal comes to stop. @throws StoreProblem, ServerProblem */
export async function runServer(given: ServeGiven): Promise<void> {
  const publicUrl = given.publicUrl ? readPublicUrl(given.publicUrl) : null;
  await requireFreeAddress(given.host, given.port);
  const scholion = await openScholion(locationOf(given), {
    migrate: given.migrate === true,
    stylesFolder: given.styles || null,
    dataBytes: given.dataCache * MEBIBYTE,
    textBytes: given.textCache * MEBIBYTE,
  });
  let server: RunningServer;
  try {
    // A style of its own that cannot be used is told before anybody asks.
    if (given.styles) await scholion.styles();
    refuseShared(scholion, given);
    if (given.sample === true) await importSample(scholion);
    const log = await createLog(given.logLevel);
    // No query may end the process for all others.
    process.on('unhandledRejection', (err) => log.error({ err }, 'fault'));
    server = await serve({
      scholion,
      log,
      host: given.host,
      port: given.port,
      allowedOrigins: [given.corsOrigin].flat(),
      publicUrl,
      answerBytes: given.answerCache * MEBIBYTE,
    });
  } catch (error) {
    await scholion.close();
    throw error;
  }
  console.error(greeting(server.url, given));
  await stopSignal();
  console.error('Stopping: finishing what is in flight.');
  await server.close();
  await scholion.close();
}

/** A second server on one data directory would die with the first. */
function refuseShared({ store }: Scholion, { data }: ServeGiven): void {
  if (store.database.shared)
    throw new StoreProblem(
      'DATA_DIRECTORY_HELD',
      `The data directory ${data} is served by another process already; stop that or choose another directory with --data.`,
    );
}

function greeting(url: string, given: ServeGiven): string {
  const location = locationOf(given);
  return [
    '',
    'Scholion is ready.',
    '',
    `  GraphQL    ${url}/graphql   open it in a browser to try queries`,
    `  Health     ${url}/health    and ${url}/ready`,
    `  Texts      ${location.kind === 'embedded' ? `${location.directory} (embedded database)` : 'the PostgreSQL server at DATABASE_URL'}`,
    '',
    'Stop it with Ctrl-C.',
    '',
  ].join('\n');
}

async function stopSignal(): Promise<void> {
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
