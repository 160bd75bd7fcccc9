import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readMigrations } from '../../src/store/migrations.ts';
import { migrationsFolder } from '../../src/store/paths.ts';
import { temporaryFolder } from './temporary.ts';

/** A copy of the migrations, as a later version of the program might have them. */
export async function laterMigrations(added: Record<string, string>): Promise<string> {
  const folder = await temporaryFolder();
  await cp(migrationsFolder, folder, { recursive: true });
  for (const [name, script] of Object.entries(added)) {
    await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, name, 'migration.sql'), script);
  }
  return folder;
}

/** What is said of a database without any tables. */
export async function lacksMigrations(): Promise<string> {
  const { length } = (await readMigrations()).migrationDirectories;
  return `The database lacks ${length} migration${length === 1 ? '' : 's'}; run \`scholion migrate\` first.`;
}
