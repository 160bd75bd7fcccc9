import { areCountries } from './names.ts';
import { isStopWord } from './stop-words.ts';

/** Letters that a word must have for one wrong one to be a slip of the pen, by what is wrong. */
const SLIP = { doubled: 4, missing: 5, swapped: 5, other: 7 };

/**
 * Whether two folded words are two spellings or two forms of one, in such a way that no name becomes another: the
 * same first letter and one slip (a letter missing, doubled, swapped, or in a long word another), a case or a plural, or
 * two transcriptions. Austria and Australia, Iran and Iraq, Maria and Mario are not.
 */
export function isSameName(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (withoutAffixes(one) === withoutAffixes(other)) return true;
  if (/\p{N}/u.test(one + other)) return misreadDigits(one, other);
  if (short[0] !== long[0] || areCountries(one, other)) return false;
  return (
    isEnding(short, long) ||
    (isSlip(short, long) && !hasAnotherVowel(short, long)) ||
    (short.length >= 5 && skeleton(one) === skeleton(other))
  );
}

/** Digits among letters are letters that a scanner took for digits, if a longer or a frequent word comes of it. */
function misreadDigits(one: string, other: string): boolean {
  return lettersOf(one) === lettersOf(other);
}

function lettersOf(word: string): string {
  if (!/^[01]?(?:\p{L}+[01]?)+$/u.test(word)) return word;
  const letters = word.replace(/1/g, 'l').replace(/0/g, 'o');
  return /\p{L}.*\p{L}.*\p{L}/u.test(word) || isStopWord(letters) ? letters : word;
}

const ARABIC = /^[\u0600-\u06FF]+$/;
const HEBREW = /^[\u05D0-\u05EA'"]+$/;
const HANGUL = /^[\u1100-\u11FF]+$/;
const PARTICLES = /(?:은|는|이|가|을|를|의|에|도|로|으로|와|과|만|에서|에게|들)$/u;

/** Without articles, prepositions and endings that are written onto a word of Arabic, Hebrew, Korean; English 's. */
function withoutAffixes(word: string): string {
  if (ARABIC.test(word)) {
    return withoutArticle(word).replace(/(?<=.{3})(?:ها|هم|هن|كم|نا|ون|ين|ات|ان|ه|ة|ي)$/, '');
  }
  if (HEBREW.test(word))
    return word.replace(/^(?:[ושכ]?[הבלמ]|[וש])(?=.{3})/, '').replace(/(?<=.{3})(?:ים|ות)$/, '');
  if (HANGUL.test(word)) {
    const syllables = word.normalize('NFC');
    return syllables.length < 3 ? syllables : syllables.replace(PARTICLES, '');
  }
  return word.replace(/'s?$/, '');
}

/** Letters that an Arabic stem must have for a vowel that one of two spellings has not to be a slip. */
const STEM_OF_SLIP = 5;

/** Whether of two short Arabic words one has a long vowel that the other has not: الحسن and الحسين are two names. */
function hasAnotherVowel(short: string, long: string): boolean {
  if (!ARABIC.test(long) || short.length === long.length) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return withoutArticle(short).length < STEM_OF_SLIP && /[اوي]/.test(long[at] ?? '');
}

/** An Arabic word without its article and what is written before that. */
function withoutArticle(word: string): string {
  if (!ARABIC.test(word)) return word;
  return word.replace(/^[وف]?(?:[بكل]?ال|لل|[بكل](?=.{4}))?(?=.{3})/, '');
}

/** Endings of cases and plurals. A vowel for a vowel at the end of a Latin name makes it another: Maria, Mario. */
function isEnding(short: string, long: string): boolean {
  let common = 0;
  while (common < short.length && short[common] === long[common]) common += 1;
  if (/^[a-z']+$/.test(long))
    return (
      short.length >= 4 &&
      common === short.length &&
      /^(?:'?s|'s|es|n|ns|ian|ians|en)$/.test(long.slice(common))
    );
  if (!/^[\u0370-\u04FF']+$/.test(long)) return false;
  const [left, right] = [short.slice(common), long.slice(common)];
  if (
    /^[\u0370-\u03FF']+$/.test(long) &&
    !DECLENSIONS.some((endings) => endings.has(greekEnding(short)) && endings.has(greekEnding(long)))
  )
    return false;
  return common >= 4 && common / long.length >= 0.6 && isCase(left) && isCase(right);
}

/** What a Greek name may end in, by declension, folded: Γεώργιος and Γεωργία are two people. */
const DECLENSIONS = [
  'ος ου ο ον ε οι ων ους',
  'ας α αν ες ων',
  'ης η ην ες ων',
  'α ας αν ες ων',
  'η ης ην',
  'ι ια ιου ο ου',
].map((endings) => new Set(endings.replaceAll('ς', 'σ').split(' ')));

/** The vowels and the consonant that a Greek word ends in. */
function greekEnding(word: string): string {
  return /(?:ου|οι|[αεηιοω])[σν]?$/.exec(word)?.[0] ?? '';
}

/** Endings that Slavic and Greek names take; з, к or ф, for one, are in none. */
function isCase(ending: string): boolean {
  return (
    ending.length <= 3 &&
    /^(?:[аеиоуыьяюіїєёйαειουωησν]|[аеоыиуяюі]?[мхвт]|ого|его|ому|ему|ами|ями|ов|ев)*$/.test(ending)
  );
}

/** One letter missing, doubled or swapped with its neighbour, or in a long word another, but not the last one. */
function isSlip(short: string, long: string): boolean {
  if (long.length - short.length > 1 || short.length < SLIP.doubled - 1) return false;
  let front = 0;
  while (front < short.length && short[front] === long[front]) front += 1;
  let back = 0;
  while (back < short.length - front && short.at(-1 - back) === long.at(-1 - back)) back += 1;
  if (long.length > short.length) {
    if (front + back < short.length) return false;
    const isDoubled = long[front] === long[front - 1] || long[front] === long[front + 1];
    return isDoubled || (long.length >= SLIP.missing && back > 0);
  }
  const wrong = short.length - front - back;
  if (wrong === 2 && short.length >= SLIP.swapped)
    return short[front] === long[front + 1] && short[front + 1] === long[front];
  return wrong === 1 && back > 0 && short.length >= SLIP.other;
}

/** What two transcriptions of a name have in common, and what scanners confuse: Kruschev and Khrushchev, rn and m. */
function skeleton(word: string): string {
  return word
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/ph/g, 'f')
    .replace(/(?<=.)h/g, '')
    .replace(/[qk]/g, 'c')
    .replace(/[yj]/g, 'i')
    .replace(/w/g, 'v')
    .replace(/щ/g, 'ш')
    .replace(/[ьъ]/g, '')
    .replace(/(.)\1+/g, '$1');
}
