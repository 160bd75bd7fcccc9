import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
