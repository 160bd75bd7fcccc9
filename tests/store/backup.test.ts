import { createHash } from 'node:crypto';
import { readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { importSample } from '../../src/cli/sample.ts';
import { backup } from '../../src/store/backup.ts';
import { openDatabase } from '../../src/store/database.ts';
import { restore } from '../../src/store/restore.ts';
import { added, documentId, importText, note } from '../support/annotations.ts';
import { withClient } from '../support/clients.ts';
import { everything, fill } from '../support/filled-store.ts';
import { laterMigrations } from '../support/migrations.ts';
import { Service } from '../support/service.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { createDatabase, createEmptyDatabase, type OwnDatabase } from '../support/test-database.ts';

let service: Service;

beforeAll(async () => {
  service = await Service.open();
  await importSample(service.scholion);
  await fill(service);
});

afterAll(() => service.close());

async function backUp(): Promise<string> {
  const file = join(await temporaryFolder(), 'backup.jsonl.gz');
  await backup(service.scholion.store.database, file);
  return file;
}

async function emptyDatabase(): Promise<OwnDatabase> {
  const own = await createDatabase();
  onTestFinished(own.remove);
  return own;
}

async function openService(own: OwnDatabase): Promise<Service> {
  const opened = await Service.open(own);
  onTestFinished(() => opened.close());
  return opened;
}

/** The lines of a backup with the footer that fits them. */
function rehashed(content: string): string {
  const lines = content.trimEnd().split('\n').slice(0, -1);
  const sha256 = createHash('sha256')
    .update(`${lines.join('\n')}\n`)
    .digest('hex');
  return [...lines, JSON.stringify({ rows: lines.length - 1, sha256 }), ''].join('\n');
}

describe('a backup', () => {
  it('restores into a store that answers every query as the first one did, and goes on to work', async () => {
    const before = await everything(service);
    const file = await backUp();
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
    expect(annotation.anchors[0].quote.exact).toBe('The first paragraph.');
    expect(await importText(restored, 'three', 'Only this.')).toMatchObject({ revision: { number: 4 } });
    const sequences = await restored.scholion.store.prisma.event.findMany({
      orderBy: { sequence: 'desc' },
      take: 2,
    });
    const newest = await service.scholion.store.prisma.event.findFirstOrThrow({
      orderBy: { sequence: 'desc' },
    });
    expect(sequences.map(({ sequence }) => sequence)).toEqual([newest.sequence + 2n, newest.sequence + 1n]);
  });

  it('restores into a database that has no tables yet', async () => {
    const file = await backUp();
    const own = await createEmptyDatabase();
    onTestFinished(own.remove);
    await restore(own.location, file);
    expect(
      (await (await openService(own)).data('{ documents(first: 1) { totalCount } }')).documents.totalCount,
    ).toBe(2);
  });

  it('restores replies whose ids sort before the id of what they reply to', async () => {
    const { prisma } = service.scholion.store;
    const [parent] = await prisma.annotation.findMany({ where: { replyToId: null }, take: 1 });
    const reply = await prisma.annotation.create({
      data: {
        id: '00000000-0000-7000-8000-000000000001',
        documentId: parent?.documentId ?? '',
        creatorId: parent?.creatorId ?? '',
        motivation: 'REPLYING',
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
    const file = await backUp();
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
    const file = await backUp();
    const folder = await laterMigrations({
      '29991231000000_subtitle': `ALTER TABLE document ADD COLUMN subtitle text NOT NULL DEFAULT 'none';
        ALTER TABLE document RENAME COLUMN licence TO terms;`,
    });
    const own = await createEmptyDatabase();
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

  it('replaces its file only when it is whole', async () => {
    const file = join(await temporaryFolder(), 'missing', 'backup.gz');
    await expect(backup(service.scholion.store.database, file)).rejects.toMatchObject({
      code: 'BACKUP_INVALID',
      message: `${file} cannot be written (it does not exist); choose another file.`,
    });
  });
});

describe('what cannot be restored', () => {
  let target: OwnDatabase;
  beforeAll(async () => {
    target = await createDatabase();
  });
  afterAll(() => target.remove());

  const failing = async (file: string, reason: string) => {
    const message = `${file} cannot be restored (${reason}); give a file that scholion backup wrote.`;
    await expect(restore(target.location, file)).rejects.toMatchObject({ code: 'BACKUP_INVALID', message });
  };

  afterEach(async () => {
    const database = await openDatabase(target.location);
    const { rows } = await withClient(database, (client) =>
      client.query('SELECT id FROM document UNION SELECT id FROM agent'),
    );
    await database.close();
    expect(rows).toEqual([]);
  });

  it('is a file that is not there, or a folder', async () => {
    const folder = await temporaryFolder();
    await failing(join(folder, 'missing'), 'it does not exist');
    await failing(folder, 'it is a folder');
  });

  it('is a file that is no backup', async () => {
    const file = join(await temporaryFolder(), 'file');
    for (const content of [
      '',
      'A text.',
      gzipSync(''),
      gzipSync('A text.\n'),
      gzipSync('{"format":"other"}\n'),
    ]) {
      await writeFile(file, content);
      await failing(file, content === '' ? 'its end is missing' : 'it is no backup, or damaged');
    }
  });

  it('is a backup that ends in the middle, at any place', async () => {
    const file = await backUp();
    const { size } = await stat(file);
    for (const length of [size - 1, size - 9, Math.floor(size / 2), 15]) {
      await truncate(file, length);
      await failing(file, 'its end is missing');
    }
  });

  it('is a backup in which a letter, a row or the end was changed', async () => {
    const file = await backUp();
    const content = gunzipSync(await readFile(file)).toString();
    const lines = content.trimEnd().split('\n');
    const changed = {
      'it was changed or damaged since it was made': [
        content.replace('Khrushchev', 'Khrushchov'),
        [...lines.slice(0, 20), ...lines.slice(21)].join('\n'),
        content.replace(/"sha256":"./, '"sha256":"x'),
      ],
      'it is no backup, or damaged': [
        content.replace('["block"', '["blocks"'),
        content.replace('["block",{', '["block",'),
      ],
      'its end is missing': [lines.slice(0, -1).join('\n')],
    };
    for (const [reason, contents] of Object.entries(changed))
      for (const one of contents) {
        expect(one).not.toBe(content);
        await writeFile(file, gzipSync(one));
        await failing(file, reason);
      }
  });

  it('is a backup of a newer version', async () => {
    const file = await backUp();
    const content = gunzipSync(await readFile(file)).toString();
    await writeFile(
      file,
      gzipSync(rehashed(content.replace(/"migration":"[^"]*"/, '"migration":"29991231000000_later"'))),
    );
    await expect(restore(target.location, file)).rejects.toMatchObject({
      code: 'BACKUP_INVALID',
      message: `${file} was made by a newer Scholion (it has 29991231000000_later); update Scholion to restore it.`,
    });
  });

  it('is any backup where there are documents already', async () => {
    const file = await backUp();
    const own = await emptyDatabase();
    const open = await openService(own);
    await importText(open, 'mine', 'My words.', { title: 'Mine' });
    const message =
      own.location.kind === 'embedded'
        ? 'The data directory is in use by another process; stop that, or restore into another --data directory.'
        : 'The store has documents already; restore into an empty database, or another --data directory.';
    await expect(restore(own.location, file)).rejects.toMatchObject({ message });
    const { documents } = await open.data('{ documents(first: 5) { edges { node { slug } } } }');
    expect(documents.edges).toEqual([{ node: { slug: 'mine' } }]);
  });
});
