import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { emptyContent } from '../../src/citations/source.ts';
import { importSources } from '../../src/citations/sources/import.ts';
import { openScholion } from '../../src/scholion.ts';
import { backup } from '../../src/store/backup.ts';
import { openDatabase } from '../../src/store/database.ts';
import { restore } from '../../src/store/restore.ts';
import { added, documentId, importText, note } from '../support/annotations.ts';
import { backUp, emptyDatabase, openService, useFilledService } from '../support/backups.ts';
import { withClient } from '../support/clients.ts';
import { everything } from '../support/filled-store.ts';
import { laterMigrations } from '../support/migrations.ts';
import { sourceBy } from '../support/sources.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { createDatabase } from '../support/test-database.ts';

const service = useFilledService();

describe('a backup', () => {
  it('restores into a store that answers every query as the first one did, and goes on to work', async () => {
    const before = await everything(service());
    const file = await backUp(service());
    const own = await emptyDatabase();
    const rows =
      gunzipSync(await readFile(file))
        .toString()
        .trimEnd()
        .split('\n').length - 2;
    expect(await restore(own.location, file)).toBe(rows);
    const restored = await openService(own);
    await restored.knowPrincipal('reader');
    expect(await everything(restored)).toEqual(before);
    const annotation = await added(
      restored,
      note(await documentId(restored, 'three'), [{ block: { ref: '1' } }]),
    );
    expect(annotation.anchors[0].quote.exact).toBe('The first  paragraph.');
    expect(await importText(restored, 'three', 'Only this.')).toMatchObject({ revision: { number: 4 } });
    const newest = await service().scholion.store.prisma.event.findFirstOrThrow({
      orderBy: { sequence: 'desc' },
    });
    const events = await restored.scholion.store.prisma.event.findMany({
      where: { sequence: { gt: newest.sequence } },
      orderBy: { sequence: 'asc' },
    });
    expect(events[0]).toMatchObject({ kind: 'ANNOTATION_ADDED', sequence: newest.sequence + 1n });
    expect(events.at(-1)).toMatchObject({
      kind: 'REVISION_PUBLISHED',
      sequence: newest.sequence + BigInt(events.length),
    });
  });

  it('restores into a database that has no tables yet', async () => {
    const file = await backUp(service());
    const own = await createDatabase('bare');
    onTestFinished(own.remove);
    await restore(own.location, file);
    expect(
      (await (await openService(own)).data('{ documents(first: 1) { totalCount } }')).documents.totalCount,
    ).toBe(2);
  });

  it('restores replies whose ids sort before the id of what they reply to', async () => {
    const { prisma } = service().scholion.store;
    const [parent] = await prisma.annotation.findMany({ where: { replyToId: null }, take: 1 });
    const reply = await prisma.annotation.create({
      data: {
        id: '00000000-0000-7000-8000-000000000001',
        documentId: parent?.documentId ?? '',
        creatorId: parent?.creatorId ?? '',
        motivation: 'REPLYING',
        anchored: false,
        visibility: 'PUBLIC',
        replyToId: parent?.id ?? null,
      },
    });
    // So many come between them that they are not written in one go.
    await prisma.annotation.createMany({
      data: Array.from({ length: 600 }, (_, index) => ({
        ...reply,
        id: `00000000-0000-7000-8000-${String(index + 2).padStart(12, '0')}`,
        replyToId: null,
      })),
    });
    const file = await backUp(service());
    await prisma.annotation.deleteMany({ where: { id: { lt: '00000000-0000-7001-0000-000000000000' } } });
    const own = await emptyDatabase();
    await restore(own.location, file);
    const database = await openDatabase(own.location);
    const { rows } = await withClient(database, (client) =>
      client.query(`SELECT reply_to_id FROM annotation WHERE id = $1`, [reply.id]),
    );
    await database.close();
    expect(rows).toEqual([{ reply_to_id: parent?.id }]);
  });

  it('of an older version restores into the tables of then, and is migrated', async () => {
    const file = await backUp(service());
    const folder = await laterMigrations({
      '29991231000000_subtitle': `ALTER TABLE document ADD COLUMN subtitle text NOT NULL DEFAULT 'none';
        ALTER TABLE document RENAME COLUMN licence TO terms;`,
    });
    const own = await createDatabase('bare');
    onTestFinished(own.remove);
    await restore(own.location, file, folder);
    const database = await openDatabase(own.location);
    const { rows } = await withClient(database, (client) =>
      client.query('SELECT slug, subtitle, terms FROM document ORDER BY slug'),
    );
    await database.close();
    expect(rows).toEqual([
      { slug: 'secret-speech', subtitle: 'none', terms: 'CC BY-SA 4.0' },
      { slug: 'three', subtitle: 'none', terms: null },
    ]);
    const newer = await emptyDatabase();
    await restore(newer.location, file);
    await expect(restore(own.location, file, folder)).rejects.toMatchObject({ code: 'DATABASE_NOT_EMPTY' });
  });

  it('does not replace what there is, be it only sources', async () => {
    const file = await backUp(service());
    const own = await emptyDatabase();
    const { store, localAgentId } = await openScholion(own.location);
    const source = { ...emptyContent('BOOK'), title: 'Mine' };
    await importSources(store, localAgentId, [{ place: 1, key: 'mine', content: source, dropped: [] }]);
    await store.close();
    await expect(restore(own.location, file)).rejects.toMatchObject({ code: 'DATABASE_NOT_EMPTY' });
    expect(await sourceBy(await openService(own), { key: 'mine' })).toMatchObject({ title: 'Mine' });
  });

  it('replaces its file only when it is whole', async () => {
    const file = join(await temporaryFolder(), 'missing', 'backup.gz');
    await expect(backup(service().scholion.store.database, file)).rejects.toMatchObject({
      code: 'BACKUP_INVALID',
      message: `${file} cannot be written (it does not exist); choose another file.`,
    });
  });
});
