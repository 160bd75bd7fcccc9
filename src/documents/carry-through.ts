import type { RevisionText } from '../text/revision-text.ts';
import { type AnchorToCarry, carryAnchor, type Step } from './carry-anchor.ts';
import type { RevisionTexts } from './revision-texts.ts';
import { type Standing, sameStanding } from './standing.ts';

/** How an anchor stands from a revision until another, or, where the last one is null, until further notice. */
export interface Position {
  firstRevision: number;
  lastRevision: number | null;
  standing: Standing;
}

/** Through how many revisions an anchor is followed one by one; where there are more it is carried over them at once. */
export const STEP_LIMIT = 16;

/** Carries anchors between revisions that are published already. */
export class Steps {
  readonly #texts: RevisionTexts;
  readonly #homeTexts = new Map<string, string>();
  readonly #steps = new Map<string, Step>();

  constructor(texts: RevisionTexts) {
    this.#texts = texts;
  }

  /** Lets words be looked for from a home that is not in the revisions themselves. */
  knowHome(unitId: string, text: string): void {
    this.#homeTexts.set(unitId, text);
  }

  /**
   * Follows an anchor through revisions.
   * @param revisions in order; the anchor stands in the first one.
   * @param language of the document, a BCP 47 tag.
   * @returns how it stands in each of the others.
   */
  through(revisions: readonly RevisionText[], anchor: AnchorToCarry, language: string): Standing[] {
    const standings: Standing[] = [];
    let before = revisions[0];
    let { standing } = anchor;
    for (const after of revisions.slice(1)) {
      if (before !== undefined)
        standing = carryAnchor(this.#between(before, after, language), { ...anchor, standing });
      standings.push(standing);
      before = after;
    }
    return standings;
  }

  #between(before: RevisionText, after: RevisionText, language: string): Step {
    const key = `${before.id} ${after.id}`;
    const known = this.#steps.get(key);
    if (known !== undefined) return known;
    const step: Step = {
      before,
      after,
      alignment: this.#texts.align(before, after, language),
      homeTexts: this.#homeTexts,
      homeAlignments: new Map(),
    };
    this.#steps.set(key, step);
    return step;
  }
}

/** The positions of an anchor that stands so in consecutive revisions; the last one stays open. */
export function positionsOf(firstRevision: number, standings: readonly Standing[]): Position[] {
  const positions: Position[] = [];
  standings.forEach((standing, index) => {
    const last = positions.at(-1);
    if (last !== undefined && sameStanding(last.standing, standing)) return;
    if (last !== undefined) last.lastRevision = firstRevision + index - 1;
    positions.push({ firstRevision: firstRevision + index, lastRevision: null, standing });
  });
  return positions;
}
