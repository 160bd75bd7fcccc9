import { requireRole } from '../access/not-allowed.ts';
import type { Principal } from '../access/principal.ts';
import { type Idempotency, idempotencyOf, otherRequest } from '../annotations/idempotency.ts';
import { idempotencyKey, parse, type Selector } from '../annotations/input.ts';
import { placeTargets } from '../annotations/place-targets.ts';
import { lockDocument } from '../documents/lock.ts';
import { retryOnConflict } from '../documents/retry.ts';
import type { RevisionTexts } from '../documents/revision-texts.ts';
import { checkLocator } from '../locator.ts';
import { NotFound } from '../problem.ts';
import type { LocatorLabel } from '../store/generated/enums.ts';
import { newId } from '../store/new-id.ts';
import type { Client, Store } from '../store/store.ts';
import type { Citation } from './citation.ts';
import { tellOfCitation } from './citation-events.ts';
import { sourceToCite } from './cited-source.ts';
import { insertCitation } from './insert.ts';
import { citationColumns } from './read.ts';

/** A place in a text that somebody says cites a source. */
export interface NewCitation {
  /** The document's id in the store. */
  documentId: string;
  /** The number of the revision that the selectors speak of; null for the latest. */
  revision: number | null;
  sourceId: string;
  /** The words that cite. */
  target: Selector;
  /** The words that are quoted from the source; null where none are. */
  quoted: Selector | null;
  /** Where in the source, such as `12-15`; null for the whole. */
  locator: string | null;
  /** What the locator counts; null for pages. */
  locatorLabel: LocatorLabel | null;
  idempotencyKey: string | null;
}

/**
 * Adds a citation, in one transaction; of a source that was merged, it is one of what that was merged into. A request that
 * has a key and was done before answers what it wrote then.
 * @throws NotAllowed, NotFound, InputInvalid, QuoteNotFound, QuoteAmbiguous, RangeInvalid
 */
export async function addCitation(
  store: Store,
  texts: RevisionTexts,
  principal: Principal,
  given: NewCitation,
): Promise<Citation> {
  const agentId = requireRole(principal, 'ANNOTATOR');
  const checked = {
    ...given,
    ...checkLocator({ locator: given.locator, locatorLabel: given.locatorLabel }),
    idempotencyKey: parse(idempotencyKey, given.idempotencyKey),
  };
  const idempotency = idempotencyOf(checked);
  return await retryOnConflict(() =>
    store.prisma.$transaction(async (transaction) => {
      const earlier = await findEarlier(transaction, agentId, idempotency);
      return earlier ?? (await add(transaction, texts, agentId, checked, idempotency));
    }),
  );
}

async function add(
  statements: Client,
  texts: RevisionTexts,
  agentId: string,
  { documentId, revision, sourceId, target, quoted, locator, locatorLabel }: NewCitation,
  idempotency: Idempotency | null,
): Promise<Citation> {
  const document = await lockDocument(statements, { id: documentId }, 'to-point');
  if (document === null)
    throw new NotFound('There is no document with this id; `documents` lists those that there are.');
  const cited = await sourceToCite(statements, sourceId);
  const selectors = quoted === null ? [target] : [target, quoted];
  const targets = await placeTargets(statements, texts, document, selectors, revision);
  const now = new Date();
  const citation: Citation = {
    id: newId(),
    documentId,
    sourceId: cited,
    locator,
    locatorLabel,
    creatorId: agentId,
    version: 1,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  };
  await insertCitation(statements, citation, targets, idempotency);
  await tellOfCitation(statements, 'CITATION_ADDED', agentId, citation);
  return citation;
}

/** What the same request wrote before; null where it is new. @throws InputInvalid where its key stood for another one. */
async function findEarlier(
  statements: Client,
  agentId: string,
  idempotency: Idempotency | null,
): Promise<Citation | null> {
  if (idempotency === null) return null;
  const rows = await statements.$queryRaw<(Citation & { checksum: string })[]>`
    SELECT ${citationColumns}, c.request_checksum AS checksum
    FROM citation c JOIN source w ON w.id = c.source_id
    WHERE c.creator_id = ${agentId}::uuid AND c.idempotency_key = ${idempotency.key}`;
  const [row] = rows;
  if (row === undefined) return null;
  const { checksum, ...citation } = row;
  if (checksum !== idempotency.checksum) throw otherRequest('citation');
  return citation;
}
