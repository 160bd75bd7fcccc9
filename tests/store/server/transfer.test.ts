import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { importSample } from '../../../src/cli/sample.ts';
import { backup } from '../../../src/store/backup.ts';
import { newId } from '../../../src/store/new-id.ts';
import { restore } from '../../../src/store/restore.ts';
import { added, documentId, note } from '../../support/annotations.ts';
import { everything, fill } from '../../support/filled-store.ts';
import { Service } from '../../support/service.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { createDatabase, type OwnDatabase } from '../../support/test-database.ts';

async function embedded(): Promise<OwnDatabase> {
  const directory = join(await temporaryFolder(), newId());
  return { location: { kind: 'embedded', directory }, remove: async () => undefined };
}

async function open(own: OwnDatabase): Promise<Service> {
  const service = await Service.open(own);
  onTestFinished(() => service.close());
  return service;
}

async function carry(from: OwnDatabase, to: OwnDatabase): Promise<void> {
  const first = await open(from);
  await importSample(first.scholion);
  await fill(first);
  const file = join(await temporaryFolder(), 'backup.gz');
  await backup(first.scholion.store.database, file);
  await restore(to.location, file);
  const second = await open(to);
  await second.knowPrincipal('reader');
  expect(await everything(second)).toEqual(await everything(first));
  await added(second, note(await documentId(second), [{ passage: 'secret-speech:5.2' }]));
}

it('A backup of an embedded store restores into a server', async () => {
  await carry(await embedded(), await createDatabase());
});

it('A backup of a server restores into an embedded store', async () => {
  await carry(await createDatabase(), await embedded());
});
