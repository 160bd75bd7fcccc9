import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { StoreLocation } from '../store/database.ts';
import { StoreProblem } from '../store/problem.ts';

export interface StoreGiven {
  data: string;
  databaseUrl?: string;
}

/** A command that works on a store, with the options that say on which. */
export function storeCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .addOption(
      new Option('--data <directory>', 'where the embedded database is')
        .env('SCHOLION_DATA')
        .default('./data'),
    )
    .addOption(
      new Option(
        '--database-url <url>',
        'a PostgreSQL server (15 or later) instead of the embedded database',
      ).env('DATABASE_URL'),
    )
    .showHelpAfterError('Run it with --help for what it takes.');
}

export function locationOf({ data, databaseUrl }: StoreGiven): StoreLocation {
  return databaseUrl === undefined || databaseUrl === ''
    ? { kind: 'embedded', directory: data }
    : { kind: 'server', url: databaseUrl };
}

/**
 * Makes sure that a command that only reads finds a store, and does not make one where a name was mistyped.
 * @throws StoreProblem DATA_DIRECTORY_EMPTY
 */
export function requireStore({ data, databaseUrl }: StoreGiven): void {
  if (databaseUrl !== undefined && databaseUrl !== '') return;
  if (existsSync(join(data, 'postgres'))) return;
  throw new StoreProblem(
    'DATA_DIRECTORY_EMPTY',
    `There is no store in ${data}; name another directory with --data, or make one by serving or importing.`,
  );
}

export function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('Give a number from 0 to 65535.');
  return port;
}

/** How much memory may be used for something, in MiB: up to 1 TiB. */
export function readMebibytes(text: string): number {
  const size = Number(text);
  if (!/^\d+$/.test(text) || size > 1_048_576)
    throw new InvalidArgumentError('Give a number of mebibytes, such as 64, or 0 for none.');
  return size;
}

/** Examples under a command's help, each a command and what it is for. */
export function examples(...lines: [command: string, purpose: string][]): string {
  const width = Math.max(...lines.map(([command]) => command.length));
  return `\nExamples:\n${lines.map(([command, purpose]) => `  $ ${command.padEnd(width)}  # ${purpose}`).join('\n')}\n`;
}
