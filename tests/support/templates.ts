import { importSample } from '../../src/cli/sample.ts';
import { openScholion } from '../../src/scholion.ts';
import type { StoreLocation } from '../../src/store/database.ts';
import { openStore } from '../../src/store/store.ts';

/** Makes a template with all migrations applied. */
export async function makeEmpty(location: StoreLocation): Promise<void> {
  const store = await openStore(location, { migrate: true });
  await store.close();
}

/** Imports the sample article into a copy of that. */
export async function makeSample(location: StoreLocation): Promise<void> {
  const scholion = await openScholion(location);
  await importSample(scholion);
  await scholion.close();
}
