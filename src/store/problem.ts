import { Problem } from '../problem.ts';

export type StoreProblemCode =
  | 'DATABASE_UNREACHABLE'
  | 'DATABASE_TOO_OLD'
  | 'DATABASE_NEWER'
  | 'DATABASE_NOT_MIGRATED'
  | 'DATABASE_MIGRATION_FAILED'
  | 'DATABASE_NOT_EMPTY'
  | 'DATA_DIRECTORY_HELD'
  | 'DATA_DIRECTORY_EMPTY'
  | 'DATA_DIRECTORY_UNUSABLE'
  | 'BACKUP_INVALID';

/** The store cannot be used as asked; the message is one sentence that says what to do. */
export class StoreProblem extends Problem {
  override readonly name = 'StoreProblem';
  readonly code: StoreProblemCode;

  constructor(code: StoreProblemCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
