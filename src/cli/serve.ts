import { type Command, Option } from 'commander';
import { examples, readMebibytes, readPort, type StoreGiven, storeCommand } from './options.ts';

/** What the command is given. */
export interface ServeGiven extends StoreGiven {
  host: string;
  port: number;
  corsOrigin: string[];
  publicUrl?: string;
  styles?: string;
  migrate?: true;
  sample?: true;
  logLevel: string;
  /** In MiB, as are the following. */
  answerCache: number;
  dataCache: number;
  textCache: number;
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
    .addOption(
      new Option(
        '--public-url <url>',
        'the address under which others reach the server, for links to passages; else the host that they ask',
      ).env('SCHOLION_PUBLIC_URL'),
    )
    .addOption(
      new Option(
        '--styles <directory>',
        'citation styles beside those that come with it: files NAME.csl, each a style of that name',
      ).env('SCHOLION_STYLES'),
    )
    .addOption(cacheOption('answer', 'whole answers', 64))
    .addOption(cacheOption('data', 'annotations, mentions, citations and the like', 128))
    .addOption(cacheOption('text', 'texts', 256))
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
    .action(async (given: ServeGiven) => {
      // Loaded here, so that no other command waits for it.
      const { runServer } = await import('./run-server.ts');
      await runServer(given);
    });
}

function cacheOption(name: string, what: string, usual: number): Option {
  return new Option(
    `--${name}-cache <mebibytes>`,
    `about how much memory may be used for ${what} that were asked for before; 0 for none`,
  )
    .env(`SCHOLION_${name.toUpperCase()}_CACHE`)
    .default(usual)
    .argParser(readMebibytes);
}
