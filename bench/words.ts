import type { TextRange } from '../src/text/range.ts';
import type { RevisionText, RevisionUnit } from '../src/text/revision-text.ts';
import { integerBelow, pick, type Random } from './random.ts';

/** How many words a stretch has at most. */
const LONGEST = 12;

/** A stretch of a unit's words, in UTF-16 code units of the revision's canonical text. */
export function wordsOf(random: Random, unit: RevisionUnit): TextRange {
  const words = [...unit.text.matchAll(/\S+/g)];
  const first = integerBelow(random, words.length);
  const last = Math.min(words.length - 1, first + integerBelow(random, LONGEST));
  const [from, until] = [words[first], words[last]];
  if (from === undefined || until === undefined) throw new RangeError(`Unit ${unit.id} has no words`);
  return { start: unit.start + from.index, end: unit.start + until.index + until[0].length };
}

/** A stretch of words from anywhere in a revision. */
export function someWords(random: Random, revision: RevisionText): TextRange {
  return wordsOf(random, pick(random, revision.units));
}

/** Words from somewhere in a unit up to somewhere in the next one. */
export function wordsAcrossUnits(random: Random, { units }: RevisionText): TextRange {
  const index = integerBelow(random, units.length - 1);
  const [unit, next] = [units[index], units[index + 1]];
  if (unit === undefined || next === undefined) throw new RangeError('There are no two units');
  return { start: wordsOf(random, unit).start, end: wordsOf(random, next).end };
}
