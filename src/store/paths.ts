import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds `package.json`, whether this runs from source or from the built file. */
export const packageFolder = findPackageFolder(dirname(fileURLToPath(import.meta.url)));

export const migrationsFolder = join(packageFolder, 'prisma', 'migrations');
export const schemaFile = join(packageFolder, 'prisma', 'schema.prisma');
export const seedFolder = join(packageFolder, 'prisma', 'seed');

function findPackageFolder(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findPackageFolder(dirname(folder));
}
