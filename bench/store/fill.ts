import pg from 'pg';
import { openScholion } from '../../src/scholion.ts';
import { fillStore } from '../texts.ts';
import { fillLibrary, type LibrarySize } from './library.ts';

/** The databases of one cluster, each with the same texts and a library of its own size. */
export interface Stores {
  large: string;
  /** The same with a small library, for how answers grow with the store. */
  small: string;
}

/**
 * Fills two databases of a cluster, which must not be there yet. Their rows apart from the library are the same, ids
 * included: the second is a copy of the first.
 */
export async function fillStores(
  urlOf: (database: string) => string,
  sizes: Record<keyof Stores, LibrarySize>,
  say: (line: string) => void,
): Promise<Stores> {
  const stores = { small: urlOf('scholion_small'), large: urlOf('scholion_large') };
  const server = new pg.Client(urlOf('postgres'));
  await server.connect();
  try {
    await server.query('CREATE DATABASE scholion_small');
    say('Filling a store: texts.');
    await fillTexts(stores.small);
    await server.query('CREATE DATABASE scholion_large TEMPLATE scholion_small');
  } finally {
    await server.end();
  }
  for (const name of ['small', 'large'] as const) {
    say(`Filling a store: a library of ${sizes[name].annotations.toLocaleString('en')} annotations.`);
    await fillRest(stores[name], sizes[name], say);
  }
  return stores;
}

async function fillTexts(url: string): Promise<void> {
  const scholion = await openScholion({ kind: 'server', url }, { migrate: true });
  try {
    await fillStore(scholion);
  } finally {
    await scholion.close();
  }
}

async function fillRest(url: string, size: LibrarySize, say: (line: string) => void): Promise<void> {
  const database = new pg.Client(url);
  await database.connect();
  try {
    await database.query('CREATE SCHEMA bench');
    const { rows } = await database.query<{ id: string }>("SELECT id FROM agent WHERE key = 'local'");
    await fillLibrary(database, rows[0]?.id ?? '', size, say);
    // The moment since which a run has written, for the next run on the same store to find it as it was.
    await database.query(
      'CREATE TABLE bench.filled AS SELECT clock_timestamp() AS at, max(sequence) AS sequence FROM event',
    );
    await database.query('VACUUM ANALYZE');
  } finally {
    await database.end();
  }
}

/** The small store beside a large one, as `fillStores` names them. */
export function smallBeside(large: string): string {
  return large.replace('scholion_large', 'scholion_small');
}
