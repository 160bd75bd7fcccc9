import { InputInvalid } from '../problem.ts';
import { newId } from '../store/new-id.ts';
import type { Client } from '../store/store.ts';
import type { RevisionText } from '../text/revision-text.ts';
import type { Selector } from './input.ts';
import { resolveSelector, revisionNamedBy, type Target } from './targets.ts';

/**
 * Finds the words of the latest revision that an anchor is to point at from then on.
 * @param language of the text, a BCP 47 tag.
 * @throws RangeInvalid, QuoteNotFound, QuoteAmbiguous, InputInvalid, NotFound
 */
export function resolveInLatest(latest: RevisionText, selector: Selector, language: string): Target {
  const named = revisionNamedBy(selector);
  if (named !== null && named !== latest.number)
    throw new InputInvalid(
      `The passage is of revision ${named}; give one of the latest, ${latest.slug}@${latest.number}.`,
    );
  return resolveSelector(latest, selector, language);
}

/** Ends an anchor's open position: from the latest revision on the anchor is not there; earlier ones still show it. */
export async function closePosition(
  statements: Client,
  positionId: string,
  latest: RevisionText,
): Promise<void> {
  await statements.anchorPosition.update({
    where: { id: positionId },
    data: { lastRevision: latest.number - 1 },
    select: { id: true },
  });
}

/** Makes an anchor on words of the latest revision. @returns its id. */
export async function makeAnchor(
  statements: Client,
  owner: { annotationId: string } | { citationId: string },
  ordinal: number,
  latest: RevisionText,
  target: Target,
): Promise<string> {
  const { documentId } = latest;
  const id = newId();
  await statements.anchor.create({
    data: {
      id,
      documentId,
      ...owner,
      ordinal,
      madeOnId: latest.id,
      ...target.quote,
      positions: {
        create: {
          documentId,
          firstRevision: latest.number,
          status: 'EXACT',
          score: 1,
          ...target.span,
          spanning: target.span.startUnitId !== target.span.endUnitId,
        },
      },
    },
    select: { id: true },
  });
  return id;
}
