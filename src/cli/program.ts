import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { packageFolder } from '../store/paths.ts';
import { backupCommand } from './backup.ts';
import { entitiesCommand } from './entities.ts';
import { importCommand } from './import.ts';
import { linkCommand } from './link.ts';
import { listCommand } from './list.ts';
import { migrateCommand } from './migrate.ts';
import { restoreCommand } from './restore.ts';
import { serveCommand } from './serve.ts';
import { showCommand } from './show.ts';
import { sourcesCommand } from './sources.ts';

/** The command line of Scholion. */
export function createProgram(): Command {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  return new Command('scholion')
    .description('A GraphQL service for annotated texts.')
    .version(String(version))
    .showHelpAfterError('Run scholion --help for the commands that there are.')
    .addCommand(serveCommand())
    .addCommand(importCommand())
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(entitiesCommand())
    .addCommand(sourcesCommand())
    .addCommand(linkCommand())
    .addCommand(migrateCommand())
    .addCommand(backupCommand())
    .addCommand(restoreCommand());
}
