import { boilerplateDuplicated } from './boilerplate.ts';
import { deletions } from './deletions.ts';
import type { Edit } from './edit.ts';
import { insertions } from './insertions.ts';
import { lookAlikes } from './look-alikes.ts';
import { paragraphsMerged, paragraphsMoved, paragraphsSplit } from './paragraph-moves.ts';
import { rewording } from './rewording.ts';
import { sentencesMovedBetween, sentencesMovedWithin } from './sentence-moves.ts';
import { datesSwapped, namesSwapped, negationsSwapped, numbersSwapped } from './swaps.ts';
import { typos } from './typos.ts';

/** Edits after which the words quoted must never be found: they say something else, or went for something else. */
const STATEMENTS: readonly Edit[] = [
  namesSwapped,
  numbersSwapped,
  datesSwapped,
  negationsSwapped,
  lookAlikes,
];

export const SIMPLE_EDITS: readonly Edit[] = [
  insertions,
  deletions,
  rewording,
  typos,
  sentencesMovedWithin,
  sentencesMovedBetween,
  paragraphsMoved,
  paragraphsSplit,
  paragraphsMerged,
  boilerplateDuplicated,
  ...STATEMENTS,
];

/** The names of the kinds of edits in which nothing at all may be placed wrongly. */
export const STATEMENT_KINDS: readonly string[] = STATEMENTS.map(({ name }) => name);
