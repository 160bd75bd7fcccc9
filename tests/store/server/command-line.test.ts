import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { seedFolder } from '../../../src/store/paths.ts';
import { refusal } from '../../support/command-line.ts';
import { lacksMigrations } from '../../support/migrations.ts';
import { type Finished, start } from '../../support/processes.ts';
import { startServing } from '../../support/serving.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { createDatabase } from '../../support/test-database.ts';

async function emptyServer(): Promise<Record<string, string>> {
  const own = await createDatabase('bare');
  onTestFinished(own.remove);
  return own.location.kind === 'server' ? { DATABASE_URL: own.location.url } : {};
}

it('The command line works on a server as on a directory', async () => {
  const env = await emptyServer();
  const run = (...args: string[]): Promise<Finished> => start('dist/scholion.js', args, env).end();
  expect(await run('list')).toEqual(refusal(await lacksMigrations()));
  expect(await run('serve', '--port', '0')).toEqual(refusal(await lacksMigrations()));
  expect(await run('migrate')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^(applied \d{14}_\w+\n)+$/),
  });
  const text = join(seedFolder, 'secret-speech.txt');
  expect(await run('import', text, '--language', 'en')).toEqual({
    code: 0,
    out: `${text}: new document secret-speech@1\n`,
    err: '',
  });
  const listed = {
    code: 0,
    out: 'secret-speech\t@1\ten\tOn the Cult of Personality and Its Consequences\n',
    err: '',
  };
  expect(await run('list')).toEqual(listed);
  const shown = await run('show', 'secret-speech');
  const file = join(await temporaryFolder(), 'backup.gz');
  expect(await run('backup', file)).toMatchObject({ code: 0, err: '' });

  const other = await emptyServer();
  expect(await start('dist/scholion.js', ['restore', file], other).end()).toMatchObject({ code: 0, err: '' });
  expect(await start('dist/scholion.js', ['show', 'secret-speech'], other).end()).toEqual(shown);
  const served = await startServing([], other);
  const { documents } = await served.data('{ documents(first: 5) { edges { node { slug } } } }');
  expect(documents.edges).toEqual([{ node: { slug: 'secret-speech' } }]);
  served.process.kill('SIGTERM');
  const { code, err } = await served.process.end();
  expect(code).toBe(0);
  expect(err).toContain('Texts      the PostgreSQL server at DATABASE_URL');
});
