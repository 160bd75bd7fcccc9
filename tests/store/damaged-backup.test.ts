import { createHash } from 'node:crypto';
import { readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { restore } from '../../src/store/restore.ts';
import { importText } from '../support/annotations.ts';
import { backUp, emptyDatabase, openService, useFilledService } from '../support/backups.ts';
import { withClient } from '../support/clients.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { createDatabase, type OwnDatabase } from '../support/test-database.ts';

const service = useFilledService();

/** The lines of a backup with the footer that fits them. */
function rehashed(content: string): string {
  const lines = content.trimEnd().split('\n').slice(0, -1);
  const sha256 = createHash('sha256')
    .update(`${lines.join('\n')}\n`)
    .digest('hex');
  return [...lines, JSON.stringify({ rows: lines.length - 1, sha256 }), ''].join('\n');
}

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
    const file = await backUp(service());
    const { size } = await stat(file);
    for (const length of [size - 1, size - 9, Math.floor(size / 2), 15]) {
      await truncate(file, length);
      await failing(file, 'its end is missing');
    }
  });

  it('is a backup in which a letter, a row or the end was changed', async () => {
    const file = await backUp(service());
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
    const file = await backUp(service());
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
    const file = await backUp(service());
    const own = await emptyDatabase();
    const open = await openService(own);
    await importText(open, 'mine', 'My words.', { title: 'Mine' });
    const message =
      own.location.kind === 'embedded'
        ? 'The data directory is in use by another process; stop that, or restore into another --data directory.'
        : 'The store has documents, entities or sources already; restore into an empty database, or another --data directory.';
    await expect(restore(own.location, file)).rejects.toMatchObject({ message });
    const { documents } = await open.data('{ documents(first: 5) { edges { node { slug } } } }');
    expect(documents.edges).toEqual([{ node: { slug: 'mine' } }]);
  });
});
