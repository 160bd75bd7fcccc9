import { requireRole } from '../access/not-allowed.ts';
import type { Principal } from '../access/principal.ts';
import { NotFound } from '../problem.ts';
import type { Format } from '../readers/index.ts';
import type { Store } from '../store/store.ts';
import { checkRevisionInput } from './import-input.ts';
import { latestRevisionOf } from './latest-revision.ts';
import { lockDocument } from './lock.ts';
import { RevisionConflict } from './problems.ts';
import { type Published, publish } from './publish.ts';
import { readText } from './ready-text.ts';
import { retryOnConflict } from './retry.ts';
import type { RevisionTexts } from './revision-texts.ts';
import type { UnitLinker } from './unit-linker.ts';

/** Another text for a document, made on one of its revisions. */
export interface RevisionInput {
  /** The document's id in the store. */
  documentId: string;
  /** The number of the revision that the text was made on, which must be the latest. */
  baseRevision: number;
  format: Format;
  source: string;
  /** Where the source names a title of its own, this one wins. */
  title: string | null;
  /** What changed, for readers of the list of revisions. */
  note: string | null;
  /** Finds out what would happen to the anchors, and writes nothing. */
  dryRun: boolean;
}

/**
 * Publishes another text of a document with all its anchors carried, in one transaction: all of it is there afterwards,
 * or nothing.
 * @throws NotAllowed, NotFound, RevisionConflict, InputInvalid, TextProblem
 */
export async function reviseDocument(
  store: Store,
  texts: RevisionTexts,
  linker: UnitLinker,
  principal: Principal,
  given: RevisionInput,
): Promise<Published> {
  const agentId = requireRole(principal, 'EDITOR');
  const { source, note } = checkRevisionInput(given);
  const { layout, title } = readText(given.format, source, given.title);
  const { documentId, baseRevision, dryRun } = given;
  const publication = { principal, agentId, layout, description: { title }, note, linker, dryRun };
  return await retryOnConflict(() =>
    store.prisma.$transaction(async (transaction) => {
      const lock = dryRun ? 'to-point' : 'to-publish';
      const existing = await lockDocument(transaction, { id: documentId }, lock);
      if (existing === null)
        throw new NotFound('There is no document with this id; `documents` lists those that there are.');
      const latest = await latestRevisionOf(transaction, existing);
      if (latest.number !== baseRevision) throw new RevisionConflict(latest, baseRevision);
      return await publish(transaction, texts, publication, existing, latest);
    }),
  );
}
