import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageFolder } from '../../src/store/paths.ts';
import { dataDirectory, refusal, scholion } from '../support/command-line.ts';
import { startServing } from '../support/serving.ts';
import { temporaryFolder } from '../support/temporary.ts';

const DOCUMENTS = '{ documents(first: 10) { edges { node { slug revision { number } } } } }';

describe('scholion serve', () => {
  it('says where to look, serves, logs to standard output only, and ends well when it is told to', async () => {
    const data = await dataDirectory();
    const server = await startServing(['--data', data]);
    expect(server.url).toMatch(/^http:\/\/localhost:\d+$/);
    expect(await server.data(DOCUMENTS)).toEqual({ documents: { edges: [] } });
    expect((await fetch(`${server.url}/ready`)).status).toBe(200);
    server.process.kill('SIGTERM');
    const { code, out, err } = await server.process.end();
    expect(code).toBe(0);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      expect.objectContaining({ msg: 'request', operation: 'anonymous', type: 'query', status: 200 }),
    ]);
    expect(err.split('\n')).toEqual([
      '',
      'Scholion is ready.',
      '',
      `  GraphQL    ${server.url}/graphql   open it in a browser to try queries`,
      `  Health     ${server.url}/health    and ${server.url}/ready`,
      `  Texts      ${data} (embedded database)`,
      '',
      'Stop it with Ctrl-C.',
      '',
      'Stopping: finishing what is in flight.',
      '',
    ]);
  });

  it('shares its data directory with other commands, and shows at once what they import', async () => {
    const data = await dataDirectory();
    const text = join(await temporaryFolder(), 'text.txt');
    await writeFile(text, '= Text =\n\nWords.');
    const server = await startServing(['--data', data]);
    const imported = async (number: number, outcome: string) => {
      expect(await scholion('import', text, '--data', data)).toEqual({
        code: 0,
        out: `${text}: ${outcome} text@${number}\n`,
        err: '',
      });
      const { documents } = await server.data(DOCUMENTS);
      expect(documents.edges).toEqual([{ node: { slug: 'text', revision: { number } } }]);
    };
    await imported(1, 'new document');
    await writeFile(text, '= Text =\n\nOther words.');
    await imported(2, 'new revision');
    expect(await scholion('serve', '--data', data, '--port', '0')).toEqual(
      refusal(
        `The data directory ${data} is served by another process already; stop that or choose another directory with --data.`,
      ),
    );
  });

  it('links to passages under the address that others reach it by', async () => {
    const server = await startServing(['--data', await dataDirectory('sample')], {
      SCHOLION_PUBLIC_URL: 'https://texts.example.org/',
    });
    expect(await server.data('{ passage(ref: "secret-speech:1") { permalink } }')).toEqual({
      passage: { permalink: 'https://texts.example.org/passages/secret-speech@1:1' },
    });
  });

  it.each([
    'texts.example.org',
    'ftp://texts.example.org',
    'https://a:b@example.org',
    'https://example.org/?a',
  ])('refuses %s as that address', async (url) => {
    expect(
      await scholion('serve', '--data', await dataDirectory(), '--port', '0', '--public-url', url),
    ).toEqual(
      refusal(
        'The public URL is not an address that others can be added to; give one such as https://texts.example.org, without a user, a query or a fragment.',
      ),
    );
  });

  it('refuses a port that is in use', async () => {
    const server = await startServing(['--data', await dataDirectory()]);
    const { port } = new URL(server.url);
    expect(await scholion('serve', '--data', await dataDirectory(), '--port', port)).toEqual(
      refusal(
        `The address 127.0.0.1:${port} is in use by another program; stop that or choose another port with --port.`,
      ),
    );
  });
});

describe('npm start', () => {
  it('migrates, imports the sample into an empty store, serves it, and does not import it again', async () => {
    const { scripts } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
    expect(scripts.start).toBe('node scripts/build.js && node dist/scholion.js serve --migrate --sample');
    const data = join(await temporaryFolder(), 'data');
    const start = () => startServing(['--data', data, '--migrate', '--sample']);
    for (const _time of ['first', 'second']) {
      const server = await start();
      const { documents } = await server.data(DOCUMENTS);
      expect(documents.edges).toEqual([{ node: { slug: 'secret-speech', revision: { number: 1 } } }]);
      server.process.kill('SIGINT');
      expect((await server.process.end()).code).toBe(0);
    }
  });
});
