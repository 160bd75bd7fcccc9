import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../src/store/database.ts';
import { noFilter, readMigrations } from '../src/store/migrations.ts';
import { schemaFile } from '../src/store/paths.ts';
import { withSchemaEngine } from '../src/store/schema-engine.ts';
import { introspectionAdapter } from './introspection-adapter.ts';

/**
 * The SQL that takes a database with all migrations applied to what schema.prisma says, or null when they agree.
 * The schema engine plays the migrations into a shadow database: a scratch embedded one.
 * @param content of schema.prisma.
 */
export async function nextMigration(content?: string): Promise<string | null> {
  const wanted = content ?? (await readFile(schemaFile, 'utf8'));
  const directory = await mkdtemp(join(tmpdir(), 'scholion-shadow-'));
  const database = await openDatabase({ kind: 'embedded', directory });
  try {
    const migrations = await readMigrations();
    const { stdout } = await withSchemaEngine(
      introspectionAdapter(database.connection),
      (engine) =>
        engine.diff({
          from: { tag: 'migrations', ...migrations },
          to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: wanted }] },
          script: true,
          exitCode: null,
          filters: noFilter,
        }),
      [['schema.prisma', wanted]],
    );
    const script = stdout?.trim() ?? '';
    return script === '' || script.startsWith('-- This is an empty migration') ? null : `${script}\n`;
  } finally {
    await database.close();
    await rm(directory, { recursive: true, force: true });
  }
}
