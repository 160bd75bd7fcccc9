import { importSample } from '../../src/cli/sample.ts';
import { openScholion } from '../../src/scholion.ts';
import { openDatabase, type StoreLocation } from '../../src/store/database.ts';
import { openStore } from '../../src/store/store.ts';

/** Makes a template without any tables. */
export async function makeBare(location: StoreLocation): Promise<void> {
  const database = await openDatabase(location);
  await database.close();
}

/** Applies all migrations to a copy of that. */
export async function makeEmpty(location: StoreLocation): Promise<void> {
  const store = await openStore(location, { migrate: true });
  await store.close();
}

/** Imports the sample article into a copy of that in turn. */
export async function makeSample(location: StoreLocation): Promise<void> {
  const scholion = await openScholion(location);
  await importSample(scholion);
  await scholion.close();
}
