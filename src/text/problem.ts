import { Problem } from '../problem.ts';

/** The kinds of fault that a text, or a pointer into one, can have. */
export type TextProblemCode =
  | 'TEXT_NUL'
  | 'TEXT_LONE_SURROGATE'
  | 'TEXT_TOO_MANY_MARKS'
  | 'TEXT_EMPTY'
  | 'NESTING_TOO_DEEP'
  | 'BLOCK_NOT_WRITABLE'
  | 'OFFSET_OUT_OF_RANGE'
  | 'OFFSET_SPLITS_CHARACTER'
  | 'RANGE_REVERSED'
  | 'RANGE_EMPTY'
  | 'RANGE_SPLITS_GRAPHEME'
  | 'REFERENCE_MALFORMED';

/** A fault in a text, or in a pointer into one, that a caller handed in. */
export class TextProblem extends Problem {
  override readonly name = 'TextProblem';
  readonly code: TextProblemCode;

  constructor(code: TextProblemCode, message: string) {
    super(message);
    this.code = code;
  }
}
