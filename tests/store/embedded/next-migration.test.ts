import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { nextMigration } from '../../../scripts/next-migration.ts';
import { schemaFile } from '../../../src/store/paths.ts';

describe('prisma/schema.prisma and prisma/migrations', () => {
  it('agree', async () => {
    expect(await nextMigration()).toBeNull();
  });

  it('are seen to disagree when the one has what the other has not', async () => {
    const schema = await readFile(schemaFile, 'utf8');
    const changed = schema.replace('  slug           String       @unique\n', '$&  subtitle String?\n');
    expect(await nextMigration(changed)).toMatch(/^ALTER TABLE "document" ADD COLUMN +"subtitle" TEXT;\n$/m);
  });
});
