import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { backup } from '../../../src/store/backup.ts';
import { newId } from '../../../src/store/new-id.ts';
import { restore } from '../../../src/store/restore.ts';
import { added, documentId, note } from '../../support/annotations.ts';
import { everything, fill } from '../../support/filled-store.ts';
import { Service } from '../../support/service.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { createDatabase, type OwnDatabase } from '../../support/test-database.ts';

async function embeddedDatabase(): Promise<OwnDatabase> {
  const directory = join(await temporaryFolder(), newId());
  return { location: { kind: 'embedded', directory }, remove: async () => undefined };
}

async function open(own: OwnDatabase): Promise<Service> {
  const service = await Service.open(own);
  onTestFinished(() => service.close());
  return service;
}

/** Makes a backup of a store, and restores it into a database. */
async function carry(from: Service, to: OwnDatabase): Promise<Service> {
  const file = join(await temporaryFolder(), 'backup.gz');
  await backup(from.scholion.store.database, file);
  await restore(to.location, file);
  const restored = await open(to);
  await restored.knowPrincipal('reader');
  return restored;
}

async function goesOn(service: Service): Promise<void> {
  await added(service, note(await documentId(service), [{ passage: 'secret-speech:5.2' }]));
}

it('A backup of a server restores into an embedded store, and one of that into a server', async () => {
  const first = await open(await createDatabase('sample'));
  await fill(first);
  const embedded = await carry(first, await embeddedDatabase());
  expect(await everything(embedded)).toEqual(await everything(first));
  await goesOn(embedded);
  const second = await carry(embedded, await createDatabase());
  expect(await everything(second)).toEqual(await everything(embedded));
  await goesOn(second);
});
