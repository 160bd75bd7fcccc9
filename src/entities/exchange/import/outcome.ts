import type { RowPlace } from '../row.ts';

/** What became of a row. */
export type RowOutcome = RowPlace &
  (
    | {
        outcome: 'NEW' | 'MERGED' | 'UNCHANGED';
        entityId: string;
        slug: string;
        /** What the row says otherwise than what is there, which stays. */
        notes: string[];
      }
    | { outcome: 'REFUSED'; reason: string }
    /** A candidate of which the service that suggested it is not sure. */
    | { outcome: 'PASSED_OVER' }
  );

/** What became of all rows. */
export interface ImportSummary {
  /** Of those that were meant to be entities. */
  rows: number;
  new: number;
  merged: number;
  unchanged: number;
  refused: number;
  passedOver: number;
  /** Whether what is new or merged was written. */
  written: boolean;
  /** The ids of the entities that are new or have changed, if they were written. */
  changed: string[];
}

/** Counts outcomes as they come. */
export class Tally {
  readonly #counts = { NEW: 0, MERGED: 0, UNCHANGED: 0, REFUSED: 0, PASSED_OVER: 0 };
  readonly #changed = new Set<string>();

  get refused(): number {
    return this.#counts.REFUSED;
  }

  add(one: RowOutcome): void {
    this.#counts[one.outcome] += 1;
    if (one.outcome === 'NEW' || one.outcome === 'MERGED') this.#changed.add(one.entityId);
  }

  summary(written: boolean): ImportSummary {
    const { NEW, MERGED, UNCHANGED, REFUSED, PASSED_OVER } = this.#counts;
    return {
      rows: NEW + MERGED + UNCHANGED + REFUSED,
      new: NEW,
      merged: MERGED,
      unchanged: UNCHANGED,
      refused: REFUSED,
      passedOver: PASSED_OVER,
      written,
      changed: written ? [...this.#changed] : [],
    };
  }
}
