import { foldWord } from '../../anchors/words/fold-word.ts';

const QUOTES = /[\p{Pi}\p{Pf}„‚‟‛「」『』〝〞〟]/gu;
const DASHES = /\p{Pd}/gu;

/**
 * A name folded for search: two spellings that readers take for the same name have the same key. Without case, accents,
 * vowel points, width and ligatures (Unicode compatibility decomposition, UAX #15; see `foldWord`), one kind of quotation
 * marks, apostrophes and dashes, and single spaces within. Vowels of Indic scripts, voicing of kana and Hangul syllables
 * stay. Folding a key again changes nothing.
 */
export function nameKey(text: string): string {
  return composed(text).replace(QUOTES, '"').replace(DASHES, '-').replace(/\s+/g, ' ').trim();
}

/** A word of a text or of a name folded in the same way, for words that stand between white space and punctuation. */
export function wordKey(word: string): string {
  return composed(word);
}

function composed(text: string): string {
  const folded = foldWord(text);
  // Composed again: a Hangul syllable stays one, as does a kana with its mark.
  return /^[\0-\x7f]*$/.test(folded) ? folded : foldWord(folded.normalize('NFC')).normalize('NFC');
}
