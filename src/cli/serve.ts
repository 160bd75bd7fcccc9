import { type Command, Option } from 'commander';
import { openScholion, type Scholion } from '../scholion.ts';
import { type RunningServer, requireFreeAddress, serve } from '../server/listen.ts';
import { createLog } from '../server/log.ts';
import { StoreProblem } from '../store/problem.ts';
import { examples, locationOf, readPort, type StoreGiven, storeCommand } from './options.ts';
import { importSample } from './sample.ts';

interface ServeGiven extends StoreGiven {
  host: string;
  port: number;
  corsOrigin: string[];
  migrate?: true;
  sample?: true;
  logLevel: string;
}

export function serveCommand(): Command {
  return storeCommand('serve', 'Serve GraphQL over HTTP until it is stopped.')
    .addOption(
      new Option('--host <host>', 'the address to listen on; beyond loopback nobody may write')
        .env('SCHOLION_HOST')
        .default('127.0.0.1'),
    )
    .addOption(
      new Option('--port <port>', 'the port to listen on, 0 for any free one')
        .env('SCHOLION_PORT')
        .default(4000)
        .argParser(readPort),
    )
    .addOption(
      new Option(
        '--cors-origin <origin...>',
        'origins beside those of this machine whose pages may use the server; * for all',
      )
        .env('SCHOLION_CORS_ORIGIN')
        .default([]),
    )
    .option('--migrate', 'apply pending migrations first; an embedded database is always migrated')
    .option('--sample', 'import the sample article first if there is no document yet')
    .addOption(
      new Option('--log-level <level>', 'what to log')
        .env('SCHOLION_LOG_LEVEL')
        .choices(['debug', 'info', 'warn', 'error', 'silent'])
        .default('info'),
    )
    .addHelpText(
      'after',
      examples(
        ['scholion serve', 'serve ./data on http://localhost:4000/graphql'],
        ['scholion serve --data /var/lib/scholion --port 8080', 'serve another directory'],
        ['DATABASE_URL=postgresql://localhost/texts scholion serve', 'serve a PostgreSQL database'],
      ),
    )
    .action(run);
}

async function run(given: ServeGiven): Promise<void> {
  await requireFreeAddress(given.host, given.port);
  const scholion = await openScholion(locationOf(given), { migrate: given.migrate === true });
  let server: RunningServer;
  try {
    refuseShared(scholion, given);
    if (given.sample === true) await importSample(scholion);
    const log = createLog(given.logLevel);
    server = await serve({
      scholion,
      log,
      host: given.host,
      port: given.port,
      allowedOrigins: [given.corsOrigin].flat(),
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
