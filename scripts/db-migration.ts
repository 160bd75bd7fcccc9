import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrationsFolder } from '../src/store/paths.ts';
import { nextMigration } from './next-migration.ts';

const name = process.argv[2];
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Name the migration in lower case with underscores: npm run db:migration add_sources');
  process.exit(1);
}
const script = await nextMigration();
if (script === null) {
  console.log('prisma/schema.prisma and the migrations agree; there is nothing to write.');
  process.exit(0);
}
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const folder = join(migrationsFolder, `${stamp}_${name}`);
await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'migration.sql'), script);
console.log(`Wrote ${join(folder, 'migration.sql')}; read it, then start Scholion to apply it.`);
