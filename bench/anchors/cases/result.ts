import type { Origin } from '../draft/draft.ts';
import type { History } from '../edits/script.ts';
import type { Found } from '../methods/method.ts';
import type { Corpus, Script } from '../texts/texts.ts';
import type { Expected } from './expected.ts';
import type { Verdict } from './judge.ts';
import type { Size } from './quotes.ts';

/** What came of one quote. */
export interface Result {
  kind: string;
  /** Of the paragraphs that were edited, from 0 to 1. */
  share: number;
  size: Size;
  script: Script;
  expected: Expected;
  /** In the order of the methods. */
  verdicts: readonly Verdict[];
  /** Why the status that Scholion gave is not true, or null. */
  untrue: string | null;
}

/** What the result is about, for whoever wants to know why. */
export interface Details {
  corpus: Corpus;
  history: History;
  /** In UTF-16 code units of the first revision. */
  quote: Origin;
  /** What Scholion found. */
  found: Found | null;
}
