import { createHash } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { applyMigrations, readMigrations } from '../../src/store/migrations.ts';
import { migrationsFolder } from '../../src/store/paths.ts';
import { importText } from '../support/annotations.ts';
import { openService } from '../support/backups.ts';
import { withClient } from '../support/clients.ts';
import { anchorsOf } from '../support/revising.ts';
import { createDatabase } from '../support/test-database.ts';

/** An id of the rows below. */
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * A document as the first version left it: revision 1 "Grün und rot.", revision 2 "Blau.", and an anchor on "rot" that
 * became an orphan.
 */
const OLD = `
  INSERT INTO agent (id, key, kind, name) VALUES ('${id(1)}', 'local', 'PERSON', 'Local user');
  INSERT INTO document (id, slug, title, language, latest_revision) VALUES ('${id(2)}', 'old', 'Old', 'de', 2);
  INSERT INTO revision (id, document_id, number, checksum, code_point_length, utf16_length, utf8_length, creator_id) VALUES
    ('${id(3)}', '${id(2)}', 1, '${sha256('Grün und rot.')}', 13, 13, 14, '${id(1)}'),
    ('${id(4)}', '${id(2)}', 2, '${sha256('Blau.')}', 5, 5, 5, '${id(1)}');
  INSERT INTO text_unit (id, document_id, text) VALUES ('${id(5)}', '${id(2)}', 'Grün und rot.'), ('${id(6)}', '${id(2)}', 'Blau.');
  INSERT INTO block (id, revision_id, ordinal, depth, ref, kind, unit_id, start, "end") VALUES
    ('${id(7)}', '${id(3)}', 0, 0, '1', 'PARAGRAPH', '${id(5)}', 0, 13),
    ('${id(8)}', '${id(4)}', 0, 0, '1', 'PARAGRAPH', '${id(6)}', 0, 5);
  INSERT INTO annotation (id, document_id, creator_id, motivation, tags, visibility, anchored)
    VALUES ('${id(9)}', '${id(2)}', '${id(1)}', 'HIGHLIGHTING', '{}', 'PUBLIC', TRUE);
  INSERT INTO anchor (id, document_id, annotation_id, ordinal, made_on_id, exact, prefix, suffix)
    VALUES ('${id(10)}', '${id(2)}', '${id(9)}', 0, '${id(3)}', 'rot', 'Grün und ', '.');
  INSERT INTO anchor_position (id, anchor_id, document_id, first_revision, last_revision, status, score, start_unit_id,
    start_offset, end_unit_id, end_offset, spanning) VALUES
    ('${id(11)}', '${id(10)}', '${id(2)}', 1, 1, 'EXACT', 1, '${id(5)}', 9, '${id(5)}', 12, FALSE),
    ('${id(12)}', '${id(10)}', '${id(2)}', 2, NULL, 'ORPHANED', 0, NULL, NULL, NULL, NULL, FALSE);`;

it('A store of the first version is migrated, and its orphans come home', async () => {
  const own = await createDatabase('bare');
  onTestFinished(own.remove);
  const database = await openDatabase(own.location);
  const [first] = (await readMigrations()).migrationDirectories;
  await applyMigrations(database, migrationsFolder, first?.path);
  await withClient(database, (client) => client.query(OLD));
  await applyMigrations(database);
  const { rows } = await withClient(database, (client) =>
    client.query('SELECT id, lineage_id, checksum FROM text_unit ORDER BY id'),
  );
  expect(rows).toEqual([
    { id: id(5), lineage_id: id(5), checksum: sha256('Grün und rot.') },
    { id: id(6), lineage_id: id(6), checksum: sha256('Blau.') },
  ]);
  await database.close();

  const service = await openService(own);
  const annotation = Buffer.from(`Annotation:${id(9)}`).toString('base64url');
  expect(await anchorsOf(service, annotation)).toMatchObject([{ status: 'ORPHANED' }]);
  await importText(service, 'old', 'Weiß.\n\nGrün und rot.');
  expect(await anchorsOf(service, annotation)).toMatchObject([{ status: 'EXACT', blocks: [{ ref: '2' }] }]);
});
