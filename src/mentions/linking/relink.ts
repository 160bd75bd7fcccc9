import { createBreath } from '../../breath.ts';
import { retryOnConflict } from '../../documents/retry.ts';
import type { RevisionTexts } from '../../documents/revision-texts.ts';
import { type Linked, type LinkTask, nothingLinked, type UnitLinker } from '../../documents/unit-linker.ts';
import type { Statements, Store } from '../../store/store.ts';

/** How many documents are gone over in one transaction. */
const BATCH = 25;

/** What relinking works with. */
export interface Relinking {
  store: Store;
  texts: RevisionTexts;
  linker: UnitLinker;
  agentId: string;
}

/** A document to go over, and in which units: all of them when null. */
export interface Relinked {
  documentId: string;
  unitIds: readonly string[] | null;
}

/**
 * Goes over the latest text of documents again, a few at a time, each few in one transaction with a constant number of
 * statements. What is not there any more is passed over.
 * @param onDone called after each few, with how many documents these were and what was done.
 */
export async function relink(
  { store, texts, linker, agentId }: Relinking,
  documents: readonly Relinked[],
  onDone: (documents: number, linked: Linked) => void = () => undefined,
): Promise<Linked> {
  const breathe = createBreath();
  const total = { ...nothingLinked };
  for (let from = 0; from < documents.length; from += BATCH) {
    await breathe();
    const batch = documents.slice(from, from + BATCH);
    const linked = await retryOnConflict(() =>
      store.prisma.$transaction(
        async (transaction) => linker.link(transaction, agentId, await readTasks(transaction, texts, batch)),
        { timeout: 600_000 },
      ),
    );
    total.suggested += linked.suggested;
    total.withdrawn += linked.withdrawn;
    total.omitted += linked.omitted;
    onDone(batch.length, linked);
  }
  return total;
}

interface TaskRow {
  documentId: string;
  language: string;
  revisionId: string;
}

/** Locks documents, so that nobody publishes or links them meanwhile, and reads their latest text. */
async function readTasks(
  statements: Statements,
  texts: RevisionTexts,
  batch: readonly Relinked[],
): Promise<LinkTask[]> {
  const ids = batch.map(({ documentId }) => documentId);
  await statements.$queryRaw`
    SELECT id FROM document WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  const rows = await statements.$queryRaw<TaskRow[]>`
    SELECT d.id AS "documentId", d.language, r.id AS "revisionId"
    FROM document d JOIN revision r ON r.document_id = d.id AND r.number = d.latest_revision
    WHERE d.id = ANY(${ids}::uuid[])`;
  const loaded = await texts.load(
    statements,
    rows.map(({ revisionId }) => revisionId),
  );
  const found = new Map(rows.map((row) => [row.documentId, row]));
  return batch.flatMap(({ documentId, unitIds }) => {
    const row = found.get(documentId);
    const revision = row === undefined ? undefined : loaded.get(row.revisionId);
    if (row === undefined || revision === undefined) return [];
    const units =
      unitIds === null
        ? revision.units.map(({ index }) => index)
        : unitIds.flatMap((id) => revision.unitById(id)?.index ?? []);
    return [{ revision, language: row.language, units: units.toSorted((a, b) => a - b) }];
  });
}
