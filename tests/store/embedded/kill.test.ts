import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataDirectory } from '../../support/command-line.ts';
import { start } from '../../support/processes.ts';
import { startServing } from '../../support/serving.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const ADD = `mutation ($input: AddAnnotationInput!) { addAnnotation(input: $input) {
  ... on AddAnnotationPayload { annotation { id } } } }`;

const IMPORT = `mutation ($input: ImportDocumentInput!) { importDocument(input: $input) {
  ... on ImportDocumentPayload { document { id } revision { number } } } }`;

const FIND = `query ($ids: [ID!]!) { nodes(ids: $ids) { id
  ... on Annotation { bodies { ... on TextualBody { text } } anchors { quote { exact } } }
  ... on Document { title revision { text } } } }`;

describe('a server killed in the middle of its work', () => {
  it('has afterwards all that it had acknowledged, whole', async () => {
    const directory = await dataDirectory('sample');
    const written = new Map<string, object>();
    for (let round = 0; round < 3; round += 1) {
      const server = await startServing(['--data', directory, '--log-level', 'silent']);
      const { document } = await server.data('{ document(by: { slug: "secret-speech" }) { id } }');
      for (const ids of chunks([...written.keys()])) {
        const { nodes } = await server.data(FIND, { ids });
        expect(nodes).toEqual(ids.map((id) => written.get(id)));
      }
      const annotate = async (text: string) => {
        const input = {
          document: document.id,
          targets: [{ passage: 'secret-speech:3@0-24' }],
          bodies: [{ text: { text } }],
        };
        const { addAnnotation } = await server.data(ADD, { input });
        const anchors = [{ quote: { exact: 'Background to the Speech' } }];
        written.set(addAnnotation.annotation.id, {
          id: addAnnotation.annotation.id,
          bodies: [{ text }],
          anchors,
        });
      };
      const publish = async (slug: string) => {
        const { importDocument } = await server.data(IMPORT, {
          input: { slug, title: slug, text: `The words of ${slug}.\n\nAnd more.` },
        });
        const { id } = importDocument.document;
        written.set(id, { id, title: slug, revision: { text: `The words of ${slug}.\n\nAnd more.` } });
      };
      const before = written.size;
      const writers = [0, 1, 2].map(async (writer) => {
        for (let count = 0; ; count += 1) {
          if (writer === 2) await publish(`round-${round}-${count}`);
          else await annotate(`Round ${round}, writer ${writer}, ${count}`);
        }
      });
      const stopped = Promise.allSettled(writers);
      while (written.size === before) await new Promise((resolve) => setTimeout(resolve, 20));
      await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 700));
      server.process.kill('SIGKILL');
      await stopped;
      expect(written.size).toBeGreaterThan(before);
    }
  });
});

describe('a first start that was killed', () => {
  it.each([600, 1500, 2700])('after %i ms leaves a directory that can be started', async (delay) => {
    const directory = join(await temporaryFolder(), 'data');
    const killed = start('dist/scholion.js', ['migrate', '--data', directory]);
    await new Promise((resolve) => setTimeout(resolve, delay));
    killed.kill('SIGKILL');
    await killed.end();
    await age(directory);
    const { code, err } = await start('dist/scholion.js', ['migrate', '--data', directory]).end();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(await readdir(directory)).toEqual(['postgres']);
  });
});

/** Lets the lock of a process that died while it opened a directory be as old as it is after some seconds. */
async function age(directory: string): Promise<void> {
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(join(directory, 'opening.lock'), longAgo, longAgo).catch(() => undefined);
}

function chunks(ids: string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / 100) }, (_, index) =>
    ids.slice(index * 100, index * 100 + 100),
  );
}
