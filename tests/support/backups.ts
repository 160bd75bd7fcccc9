import { join } from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { backup } from '../../src/store/backup.ts';
import { fill } from './filled-store.ts';
import { Service } from './service.ts';
import { temporaryFolder } from './temporary.ts';
import { createDatabase, type OwnDatabase } from './test-database.ts';

/** A service for all tests of a file, on a store with something of everything in it, to make backups of. */
export function useFilledService(): () => Service {
  let service: Service | undefined;
  beforeAll(async () => {
    service = await Service.open(await createDatabase('sample'));
    await fill(service);
  });
  afterAll(async () => {
    await service?.close();
  });
  return () => {
    if (service === undefined) throw new Error('The service is there only while tests run');
    return service;
  };
}

/** Backs a service's store up into a file of the test's own. */
export async function backUp(service: Service): Promise<string> {
  const file = join(await temporaryFolder(), 'backup.jsonl.gz');
  await backup(service.scholion.store.database, file);
  return file;
}

/** A database without documents, for one test. */
export async function emptyDatabase(): Promise<OwnDatabase> {
  const own = await createDatabase();
  onTestFinished(own.remove);
  return own;
}

/** A service on a database, for one test. */
export async function openService(own: OwnDatabase): Promise<Service> {
  const opened = await Service.open(own);
  onTestFinished(() => opened.close());
  return opened;
}
