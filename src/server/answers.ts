import { Kept } from '../memory/kept.ts';
import type { Versions } from '../memory/versions.ts';
import { etagOf } from './etag.ts';

/** How much of what was answered is kept in memory unless it is said, in bytes. */
export const ANSWER_BYTES = 64 * 1024 * 1024;

/** What a query was answered with. */
export class Answer {
  /** The body, as JSON. */
  readonly text: string;
  /** The name of the operation, for the log. */
  readonly operation: string;
  #etag: string | undefined;

  constructor(text: string, operation: string) {
    this.text = text;
    this.operation = operation;
  }

  /** Tells the body from others, for a client that has it. */
  get etag(): string {
    this.#etag ??= etagOf(this.text);
    return this.#etag;
  }
}

/** Whole answers, for whoever asks the same and may see the same. */
export class Answers extends Kept<Answer> {
  constructor(versions: Versions, maxBytes: number) {
    super(versions, maxBytes, ({ text }) => 2 * text.length);
  }
}
