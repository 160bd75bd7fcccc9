import { Problem } from '../problem.ts';
import type { Revision } from '../store/generated/client.ts';

/** The document has got another revision than the one that a change was made on. */
export class RevisionConflict extends Problem {
  override readonly name = 'RevisionConflict';
  readonly code = 'REVISION_CONFLICT';
  /** The latest one. */
  readonly current: Revision;

  constructor(current: Revision, base: number) {
    super(
      base < 1 || base > current.number
        ? `There is no revision ${base} of this document; its latest is ${current.number}.`
        : `The document has changed since revision ${base}: its latest is ${current.number} now. Read that and repeat the change on it.`,
    );
    this.current = current;
  }
}
