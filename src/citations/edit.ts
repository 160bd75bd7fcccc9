import { requireRole } from '../access/not-allowed.ts';
import type { Principal } from '../access/principal.ts';
import type { Selector } from '../annotations/input.ts';
import { retryOnConflict } from '../documents/retry.ts';
import type { RevisionTexts } from '../documents/revision-texts.ts';
import { checkLocator, type Locator } from '../locator.ts';
import { NotFound } from '../problem.ts';
import type { LocatorLabel } from '../store/generated/enums.ts';
import type { Store } from '../store/store.ts';
import type { Citation } from './citation.ts';
import { tellOfCitation } from './citation-events.ts';
import { sourceToCite } from './cited-source.ts';
import { lockCitation } from './lock.ts';
import { CitationConflict } from './problems.ts';
import { repoint } from './repoint.ts';

/** What to change of a citation; what is left out stays. */
export interface CitationChanges {
  sourceId?: string;
  /** Null for the whole source. */
  locator?: string | null;
  /** Null for pages. */
  locatorLabel?: LocatorLabel | null;
  /** Other words of the latest revision that cite. */
  target?: Selector;
  /** Other words of the latest revision that are quoted; null where none are from then on. */
  quoted?: Selector | null;
}

export interface CitationEdit {
  id: string;
  /** The version that the change was made on. */
  version: number;
  changes: CitationChanges;
}

/**
 * Changes what is cited, where in it, or by which words, in one transaction. Anchors made on other words take the places of
 * those that there were, which are still what earlier revisions show. Where nothing changes nothing is written.
 * @throws NotAllowed, NotFound, CitationConflict, InputInvalid, QuoteNotFound, QuoteAmbiguous, RangeInvalid
 */
export async function editCitation(
  store: Store,
  texts: RevisionTexts,
  principal: Principal,
  { id, version, changes }: CitationEdit,
): Promise<Citation> {
  const agentId = requireRole(principal, 'ANNOTATOR');
  return await retryOnConflict(() =>
    store.prisma.$transaction(async (transaction) => {
      const current = await lockCitation(transaction, principal, id);
      if (current.deletedAt !== null) throw new NotFound('The citation is deleted; restore it first.');
      if (current.version !== version) throw new CitationConflict(current);
      const { locator, locatorLabel } = locatorAfter(current, changes);
      const moves = await repoint(transaction, texts, current, changes);
      const sourceId =
        changes.sourceId === undefined ? current.sourceId : await sourceToCite(transaction, changes.sourceId);
      const said = { sourceId, locator, locatorLabel };
      if (moves.length === 0 && saysTheSame(current, said)) return current;
      const changed = { ...current, ...said, version: version + 1, updatedAt: new Date() };
      await transaction.citation.update({
        where: { id },
        data: {
          locator,
          locatorLabel,
          version: changed.version,
          updatedAt: changed.updatedAt,
          ...(sourceId === current.sourceId ? {} : { sourceId }),
        },
        select: { id: true },
      });
      await tellOfCitation(transaction, 'CITATION_EDITED', agentId, changed, moves);
      return changed;
    }),
  );
}

/** A locator that is taken away takes its label with it; one that is changed keeps its label unless another is given. */
function locatorAfter(current: Citation, changes: CitationChanges): Locator {
  const locator = changes.locator === undefined ? current.locator : changes.locator;
  const label = changes.locatorLabel;
  if (label !== undefined) return checkLocator({ locator, locatorLabel: label });
  return checkLocator({ locator, locatorLabel: locator === null ? null : current.locatorLabel });
}

function saysTheSame(
  current: Citation,
  said: Pick<Citation, 'sourceId' | 'locator' | 'locatorLabel'>,
): boolean {
  return (
    current.sourceId === said.sourceId &&
    current.locator === said.locator &&
    current.locatorLabel === said.locatorLabel
  );
}
