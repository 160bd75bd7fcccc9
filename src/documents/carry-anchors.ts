import type { RevisionAlignment } from '../anchors/alignment/align-revisions.ts';
import { createBreath } from '../breath.ts';
import type { RevisionText } from '../text/revision-text.ts';
import type { AffectedAnchor, AffectedAnchors } from './affected-anchors.ts';
import { carryAnchor, type Step } from './carry-anchor.ts';
import { type Standing, wordsOfStanding } from './standing.ts';

/** An anchor that stands otherwise in a new revision than in the one before. */
export interface CarriedAnchor {
  anchor: AffectedAnchor;
  to: Standing;
  /** Whether that is news to readers: it holds otherwise than before, or on other words, or in another block. */
  told: boolean;
}

/** Carries anchors into a new revision, in memory. @returns those that stand otherwise there. */
export async function carryAnchors(
  { anchors, homeTexts }: AffectedAnchors,
  before: RevisionText,
  after: RevisionText,
  alignment: RevisionAlignment,
): Promise<CarriedAnchor[]> {
  const step: Step = { before, after, alignment, homeTexts, homeAlignments: new Map() };
  const breathe = createBreath();
  const carried: CarriedAnchor[] = [];
  for (const anchor of anchors) {
    await breathe();
    const to = carryAnchor(step, anchor);
    if (to === anchor.standing) continue;
    carried.push({ anchor, to, told: anchor.told && isNews(step, anchor.standing, to) });
  }
  return carried;
}

function isNews({ before, after }: Step, from: Standing, to: Standing): boolean {
  if (from.status !== to.status) return true;
  if (to.status === 'EXACT') return false;
  return (
    wordsOfStanding(before, from) !== wordsOfStanding(after, to) ||
    lineageAt(before, from) !== lineageAt(after, to)
  );
}

function lineageAt(revision: RevisionText, { span }: Standing): string | undefined {
  return span === null ? undefined : revision.unitById(span.startUnitId)?.lineageId;
}
