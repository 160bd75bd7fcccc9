/** What became of a record. */
export type SourceOutcome = { place: number; key: string } & (
  | {
      outcome: 'added' | 'changed' | 'unchanged';
      /** What of the record was not taken in. */
      dropped: string[];
      /** Of an added one, sources that were there before and may be the same work. */
      duplicates: { key: string; why: string }[];
    }
  | { outcome: 'refused'; reason: string }
);

/** What became of all records. */
export interface SourcesImported {
  added: number;
  changed: number;
  unchanged: number;
  refused: number;
  /** Whether what was added or changed was written. */
  written: boolean;
  /** How many were added that may be the same work as one that was there before. */
  possibleDuplicates: number;
}

/** Counts outcomes as they come. */
export class Tally {
  readonly #counts = { added: 0, changed: 0, unchanged: 0, refused: 0 };
  #possibleDuplicates = 0;

  get refused(): number {
    return this.#counts.refused;
  }

  add(one: SourceOutcome): void {
    this.#counts[one.outcome] += 1;
    if (one.outcome !== 'refused' && one.duplicates.length > 0) this.#possibleDuplicates += 1;
  }

  summary(written: boolean): SourcesImported {
    return { ...this.#counts, written, possibleDuplicates: this.#possibleDuplicates };
  }
}
