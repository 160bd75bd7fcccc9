import { NotAllowed } from '../access/not-allowed.ts';
import type { Candidate } from '../anchors/candidate.ts';
import { InputInvalid, NotFound, Problem } from '../problem.ts';
import type { RevisionText } from '../text/revision-text.ts';
import type { Annotation } from './annotation.ts';

/** A range that cannot be pointed at; the code is that of the TextProblem behind it. */
export class RangeInvalid extends Problem {
  override readonly name = 'RangeInvalid';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A quote that names no one place, with those that it may mean. */
export abstract class QuoteProblem extends Problem {
  readonly revision: RevisionText;
  readonly candidates: Candidate[];

  constructor(message: string, revision: RevisionText, candidates: Candidate[]) {
    super(message);
    this.revision = revision;
    this.candidates = candidates;
  }
}

/** The words do not stand in the revision as they were given. */
export class QuoteNotFound extends QuoteProblem {
  override readonly name = 'QuoteNotFound';
  readonly code = 'QUOTE_NOT_FOUND';
}

/** The words stand in several places, and nothing that was given tells them apart. */
export class QuoteAmbiguous extends QuoteProblem {
  override readonly name = 'QuoteAmbiguous';
  readonly code = 'QUOTE_AMBIGUOUS';
}

/** The annotation was changed since the caller read it. */
export class EditConflict extends Problem {
  override readonly name = 'EditConflict';
  readonly code = 'EDIT_CONFLICT';
  readonly current: Annotation;

  constructor(current: Annotation) {
    super(
      `The annotation has changed since: it is at version ${current.version} now. Read it again and repeat the edit on that.`,
    );
    this.current = current;
  }
}

/** Every reason for which an annotation may not be added. */
const REASONS = [InputInvalid, NotAllowed, NotFound, QuoteAmbiguous, QuoteNotFound, RangeInvalid];

export type AnnotationProblem = InstanceType<(typeof REASONS)[number]>;

/** Whether something thrown is a reason for which one annotation is refused, and not a fault. */
export function isAnnotationProblem(value: unknown): value is AnnotationProblem {
  return REASONS.some((reason) => value instanceof reason);
}
