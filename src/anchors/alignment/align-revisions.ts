import { findChangedText } from './changed-text.ts';
import { dropCoincidences } from './drop-coincidences.ts';
import { dropLookAlikes } from './drop-look-alikes.ts';
import { areasInPlace } from './in-place.ts';
import { type AlignedUnit, continueUnits } from './lineage.ts';
import { matchArea, moveSentences, moveWholeSentences, type SentencesOf } from './move-sentences.ts';
import { SentenceIndex } from './sentence-index.ts';
import { slideChanges } from './slide-changes.ts';
import { TokenImages } from './token-images.ts';
import { TokenMap } from './token-map.ts';
import type { Tokens } from './tokens.ts';

export type { AlignedUnit } from './lineage.ts';

/** How two revisions of a text hang together: which unit continues which, and where each word is now. */
export interface RevisionAlignment {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** A BCP 47 tag, where it is known. */
  readonly language: string | undefined;
  /** For each unit of `after` what it continues. */
  readonly units: readonly AlignedUnit[];
  /** For each unit of `before` the unit that continues it, or null. */
  readonly continuedBy: readonly (number | null)[];
  /** The tokens of all units whose words are not in an unchanged unit. */
  readonly map: TokenMap;
  readonly images: TokenImages;
  /** For each unit of `before` the index of its text among those of `map`, or -1 when it is unchanged. */
  readonly textOf: Int32Array;
  /** For each area of `map` whether its words keep their order in a unit that continues theirs. */
  readonly inPlace: readonly boolean[];
}

/**
 * Aligns two revisions: paragraphs first, then, in those that changed, words.
 *
 * 1. Units with equal words are paired (`alignUnits`): unchanged, whether in their place or moved.
 * 2. Sentences that changed places as they were are set aside (`moveWholeSentences`).
 * 3. Between unchanged units, the words of what changed are paired in order (`matchTokens`), which covers edits, splits
 *    and merges; pairs that are coincidence are dropped (`dropCoincidences`).
 * 4. Other sentences that are gone from their places are looked for among those that are new in theirs
 *    (`moveSentences`); a moved one may have changed a little, if it still says the same.
 * 5. Each changed unit continues the one that it shares most with (`continueUnits`); what seems to stand in another one
 *    must say the same there (`dropLookAlikes`).
 *
 * Takes time in proportion to the number of units and to the changed text.
 *
 * @param before the texts of the units of a revision, in NFC.
 * @param after those of a later one.
 * @param language of the text, a BCP 47 tag.
 */
export function alignRevisions(
  before: readonly string[],
  after: readonly string[],
  language?: string,
): RevisionAlignment {
  const { unchanged, gaps } = findChangedText(before, after);
  const map = new TokenMap(before, after, gaps);
  const olds = sentencesOf(map.before, map.beforeUnits, before);
  const news = sentencesOf(map.after, map.afterUnits, after);
  const gapCount = map.areas.length;
  moveWholeSentences(map, olds, news);
  for (let area = 0; area < gapCount; area += 1) matchArea(map, area);
  slideChanges(map, olds.sentences, news.sentences);
  dropCoincidences(map, olds.sentences, news.sentences);
  moveSentences(map, olds, news, language);
  const units = continueUnits(unchanged, map);
  const continuedBy = new Array<number | null>(before.length).fill(null);
  for (const [index, unit] of units.entries()) if (unit.before !== null) continuedBy[unit.before] = index;
  dropLookAlikes(map, olds, news, continuedBy, language);
  const textOf = new Int32Array(before.length).fill(-1);
  for (const [text, unit] of map.beforeUnits.entries()) textOf[unit] = text;
  return {
    before,
    after,
    language,
    units,
    continuedBy,
    map,
    images: new TokenImages(map, before, after),
    textOf,
    inPlace: areasInPlace(map, continuedBy),
  };
}

function sentencesOf(tokens: Tokens, units: readonly number[], all: readonly string[]): SentencesOf {
  const texts = units.map((unit) => all[unit] ?? '');
  return { sentences: new SentenceIndex(tokens, texts), tokens, texts };
}
