import { Problem } from '../problem.ts';
import type { Citation } from './citation.ts';

/** The citation was changed since the caller read it. */
export class CitationConflict extends Problem {
  override readonly name = 'CitationConflict';
  readonly code = 'CITATION_CONFLICT';
  readonly current: Citation;

  constructor(current: Citation) {
    super(
      `The citation has changed since: it is at version ${current.version} now. Read it again and repeat the edit on that.`,
    );
    this.current = current;
  }
}
