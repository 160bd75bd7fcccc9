import { LRUCache } from 'lru-cache';
import type { Statements } from '../store/store.ts';
import { findRevisions, type RevisionFound, type RevisionSought } from './find-revisions.ts';

/** Of how many documents it is known which revision was the latest. */
const DOCUMENTS = 10_000;

/** What was found, and whether that is what was known and may be so no more. */
export interface Guessed {
  revisions: (RevisionFound | null)[];
  isGuess: boolean;
}

/** Which revisions were the latest of their documents when they were last looked at. */
export class LatestRevisions {
  readonly #known = new LRUCache<string, RevisionFound>({ max: DOCUMENTS });

  /**
   * Finds revisions by number, as `findRevisions`, or guesses them without asking the store.
   * @param mayGuess where whoever asks makes sure, when writing, that they are the latest still.
   */
  async find(statements: Statements, sought: readonly RevisionSought[], mayGuess: boolean): Promise<Guessed> {
    if (mayGuess) {
      const known = sought.flatMap(({ documentId, number }) =>
        number === null ? (this.#known.get(documentId) ?? []) : [],
      );
      if (known.length === sought.length) return { revisions: known, isGuess: true };
    }
    const revisions = await findRevisions(statements, sought);
    sought.forEach(({ documentId, number }, index) => {
      const found = revisions[index] ?? null;
      if (number === null && found !== null) this.#known.set(documentId, found);
    });
    return { revisions, isGuess: false };
  }

  forget(): void {
    this.#known.clear();
  }
}
