import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, inject } from 'vitest';
import { openStore, type Store } from '../../src/store/store.ts';
import { copyFolder } from './copy-folder.ts';
import { type Finished, start } from './processes.ts';
import { temporaryFolder } from './temporary.ts';
import { createDatabase, type OwnDatabase, type Templates } from './test-database.ts';

/** Runs `scholion` with arguments, to its end. */
export async function scholion(...args: string[]): Promise<Finished> {
  return await start('dist/scholion.js', args).end();
}

/** What a command comes to that goes wrong because of what it was given: one sentence, exit code 1. */
export function refusal(message: string): Finished {
  return { code: 1, out: '', err: `scholion: ${message}\n` };
}

/** A data directory with a store in it, an empty one or another template's. */
export async function dataDirectory(template: keyof Templates = 'empty'): Promise<string> {
  const directory = join(await temporaryFolder(), 'data');
  await copyFolder(inject('database').templates[template], directory);
  return directory;
}

/**
 * A data directory that every test of a file finds empty. It is open here, so that commands join its database, which
 * takes half of the time of starting it.
 * @returns its path.
 */
export function useSharedDirectory(): () => string {
  let own: OwnDatabase | undefined;
  let store: Store | undefined;
  beforeAll(async () => {
    own = await createDatabase();
    store = await openStore(own.location);
  });
  beforeEach(() =>
    store?.prisma.$executeRawUnsafe('TRUNCATE document, entity, source, source_word, event CASCADE'),
  );
  afterAll(async () => {
    await store?.close();
    await own?.remove();
  });
  return () => {
    if (own?.location.kind !== 'embedded') throw new Error('The directory is there only while tests run');
    return own.location.directory;
  };
}
