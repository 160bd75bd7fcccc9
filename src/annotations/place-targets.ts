import { positionsOf } from '../documents/carry-through.ts';
import { findRevisions } from '../documents/find-revisions.ts';
import type { RevisionTexts } from '../documents/revision-texts.ts';
import { NotFound } from '../problem.ts';
import type { Document } from '../store/generated/client.ts';
import { newId } from '../store/new-id.ts';
import type { Statements } from '../store/store.ts';
import { withPositions } from './held.ts';
import type { Selector } from './input.ts';
import type { ReadyTarget } from './insert.ts';
import { madeAt } from './new-anchor.ts';
import { resolveSelector, revisionNamedBy, type Target } from './targets.ts';

/**
 * Finds the words that selectors mean in a document that is locked, and how they stand in the revisions since those that
 * the selectors speak of.
 * @param revision the number of that revision where a selector names none; null for the latest.
 * @returns for each selector, in order, what an anchor is to be made of.
 * @throws NotFound, InputInvalid, QuoteNotFound, QuoteAmbiguous, RangeInvalid
 */
export async function placeTargets(
  statements: Statements,
  texts: RevisionTexts,
  document: Document,
  selectors: readonly Selector[],
  revision: number | null,
): Promise<ReadyTarget[]> {
  const targets = await resolve(statements, texts, document, selectors, revision);
  const ready = {
    targets: targets.map((target) => ({
      ...target,
      anchorId: newId(),
      positions: positionsOf(target.revision.number, [madeAt(target).standing]),
    })),
    latestRevision: document.latestRevision,
  };
  return (await withPositions(statements, texts, [ready])).flatMap((placed) => placed.targets);
}

async function resolve(
  statements: Statements,
  texts: RevisionTexts,
  { id: documentId, latestRevision, language }: Document,
  selectors: readonly Selector[],
  revision: number | null,
): Promise<Target[]> {
  const numbers = selectors.map((selector) => revisionNamedBy(selector) ?? revision);
  const rows = await findRevisions(
    statements,
    numbers.map((number) => ({ documentId, number })),
  );
  const loaded = await texts.load(
    statements,
    rows.flatMap((row) => row?.id ?? []),
  );
  return selectors.map((selector, index) => {
    const text = loaded.get(rows[index]?.id ?? '');
    if (text === undefined)
      throw new NotFound(
        `There is no revision ${numbers[index]} of this document; its revisions are 1 to ${latestRevision}.`,
      );
    return resolveSelector(text, selector, language);
  });
}
