import { dateOf } from '../../anchors/words/date-words.ts';
import { isStopWord } from '../../anchors/words/stop-words.ts';
import { nameKey } from '../names/name-key.ts';
import { isTitle } from './cues.ts';

/** A capitalized word in the middle of a sentence, and a space, at the end of a text. */
const CAPITALIZED = /[\p{L}\p{N},)][ \u00a0]+(\p{Lu}\p{Ll}[\p{L}\p{M}'’‑-]*)[ \u00a0]$/u;

/** A word that is longer is none. */
const LONGEST = 50;

/** In these, every noun has a capital. */
const CAPITALIZING = /^(?:de|gsw|lb|nds|ksh)(?:-|$)/i;

/**
 * Whether a surname that begins at an offset most likely belongs to somebody whom the registry does not know: where a word
 * with a capital stands before it that is no title, as in "he met Louise Lippmann". At the beginning of a sentence, and in
 * German, capitals tell nothing.
 * @param language of the text, BCP 47.
 */
export function isAfterGivenName(text: string, start: number, language: string): boolean {
  if (CAPITALIZING.test(language)) return false;
  const word = CAPITALIZED.exec(text.slice(Math.max(0, start - LONGEST), start))?.[1];
  if (word === undefined) return false;
  const key = nameKey(word);
  return !isTitle(key) && !isStopWord(key, 'en') && dateOf(key) === undefined;
}
