import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataDirectory, refusal, scholion } from '../support/command-line.ts';
import { start } from '../support/processes.ts';
import { startServing } from '../support/serving.ts';
import { temporaryFolder } from '../support/temporary.ts';

describe('scholion backup and restore', () => {
  it('carry a store that is being served into another directory, in which it is served as it was', async () => {
    const data = await dataDirectory('sample');
    const folder = await temporaryFolder();
    const file = join(folder, 'backup.jsonl.gz');
    const server = await startServing(['--data', data]);
    const TEXT = '{ document(by: { slug: "secret-speech" }) { id revision { id text } } }';
    const before = await server.data(TEXT);
    const { code, out, err } = await scholion('backup', file, '--data', data);
    expect([code, out, err]).toEqual([0, expect.stringMatching(/^\S+backup\.jsonl\.gz: \d+ rows\n$/), '']);
    expect(await readdir(folder)).toEqual(['backup.jsonl.gz']);
    expect(await scholion('restore', file, '--data', data)).toEqual(
      refusal(
        'The data directory is in use by another process; stop that, or restore into another --data directory.',
      ),
    );
    const restored = join(folder, 'restored');
    expect(await scholion('restore', file, '--data', restored)).toEqual({ code: 0, out, err: '' });
    expect(await scholion('restore', file, '--data', restored)).toEqual(
      refusal(
        'The store has documents, entities or sources already; restore into an empty database, or another --data directory.',
      ),
    );
    expect(await (await startServing(['--data', restored])).data(TEXT)).toEqual(before);
  });

  it('refuse files that cannot be used, and leave no directory behind', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'text.gz');
    await writeFile(file, 'No backup.');
    const data = join(folder, 'data');
    expect(await scholion('restore', file, '--data', data)).toEqual(
      refusal(
        `${file} cannot be restored (it is no backup, or damaged); give a file that scholion backup wrote.`,
      ),
    );
    expect(await readdir(folder)).toEqual(['text.gz']);
    const there = await dataDirectory();
    const target = join(folder, 'missing', 'backup.gz');
    expect(await scholion('backup', target, '--data', there)).toEqual(
      refusal(`${target} cannot be written (it does not exist); choose another file.`),
    );
  });
});

describe('scholion migrate', () => {
  it('makes the tables, and says when there is nothing to do', async () => {
    const data = join(await temporaryFolder(), 'data');
    const first = await scholion('migrate', '--data', data);
    expect(first).toEqual({ code: 0, out: expect.stringMatching(/^(applied \d{14}_\w+\n)+$/), err: '' });
    const again = await scholion('migrate', '--data', data);
    expect(again).toEqual({ code: 0, out: 'The database is up to date.\n', err: '' });
  });

  it('says in one sentence why a database cannot be reached', async () => {
    const message =
      'The database at DATABASE_URL cannot be reached (connect ECONNREFUSED 127.0.0.1:1); check that the server runs and that DATABASE_URL reads like postgresql://user:password@host:5432/name.';
    expect(await scholion('migrate', '--database-url', 'postgresql://127.0.0.1:1/texts')).toEqual(
      refusal(message),
    );
    const env = { DATABASE_URL: 'postgresql://127.0.0.1:1/texts' };
    expect(await start('dist/scholion.js', ['list'], env).end()).toEqual(refusal(message));
  });
});

describe('the output of a command', () => {
  it('may be cut off by who reads it', async () => {
    const data = await dataDirectory('sample');
    const shown = start('dist/scholion.js', ['show', 'secret-speech', '--data', data]);
    shown.closeOutput();
    expect(await shown.end()).toEqual({ code: 0, out: '', err: '' });
  });
});
