import { InputInvalid } from '../../problem.ts';
import { excerpt } from '../../text/excerpt.ts';
import { slugify } from '../../text/slug.ts';
import { storableWords } from '../../text/words.ts';
import { foldedWords, tellingWords } from '../matching/words.ts';
import type { SourceContent } from '../source.ts';
import { leadName, yearOf } from './lead.ts';
import { sourceLimits } from './limits.ts';

/** What BibTeX or a command of TeX would take for something else, and what does not show. */
const FORBIDDEN = /[\s\p{C}{}(),"'#%~\\=@]/u;
/** How long the word is at most that a key is made of, in code points. */
const WORD_LENGTH = 60;
const ARTICLE = /^(?:the|an?|der|die|das|les?|la|el|los|las|il|lo)-/;

/**
 * A citation key, such as getty1985, as BibTeX can have it: letters and digits of any script, and most signs.
 * @returns it in NFC.
 * @throws InputInvalid
 */
export function checkKey(given: string): string {
  const key = given.length > 4 * sourceLimits.key ? null : storableWords(given.trim());
  if (key !== null && key !== '' && !FORBIDDEN.test(key) && [...key].length <= sourceLimits.key) return key;
  throw new InputInvalid(
    `"${excerpt(given)}" is not a citation key; give one such as getty1985, of at most ${sourceLimits.key} characters without white space and without {}(),"'#%~\\=@.`,
  );
}

/**
 * The key that a source gets where none is given: the family name of its first author and the year, as getty1985; where it
 * has no creators, the first telling word of its title in place of the name; where it has no title either, its type. Names
 * in scripts other than Latin stay in theirs. Whether the key is free is for the store to tell; see `freeKeys`.
 */
export function keyFor(content: SourceContent): string {
  const name = leadName(content) ?? '';
  const [titleWord = ''] = tellingWords(content.title ?? '');
  const word = asWord(name) || asWord(titleWord) || content.type.toLowerCase().replaceAll('_', '');
  return `${word}${yearOf(content) ?? ''}`;
}

/** The key that a number of others comes after: the very one, then with a, b, … z, aa, ab, … */
export function keyStem(key: string): string {
  return [...key].slice(0, sourceLimits.key - LONGEST_SUFFIX).join('');
}

/** How many letters a free key may have more than the one that was wanted. */
export const LONGEST_SUFFIX = 4;

function asWord(text: string): string {
  const slug = slugify(text, '');
  const ascii = (slug.replace(ARTICLE, '') || slug).replaceAll('-', '');
  const letters =
    ascii ||
    foldedWords(text)
      .join('')
      .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
      .normalize('NFC');
  return [...letters].slice(0, WORD_LENGTH).join('');
}
