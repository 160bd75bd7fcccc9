/** Marks that a reader may leave out: accents, Hebrew points, Arabic vowels. Vowels of Indic and Thai script stay. */
const MARKS = new RegExp(
  `[${[
    '\\u0300-\\u036F\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF\\u20D0-\\u20FF\\uFE20-\\uFE2F',
    '\\u0591-\\u05C7',
    '\\u0610-\\u061A\\u064B-\\u065F\\u0670\\u06D6-\\u06ED',
    '\\uFE00-\\uFE0F',
  ].join('')}]`,
  'g',
);
/** Soft hyphens, joiners and other characters without a shape; the stroke that lengthens Arabic words. */
const UNSEEN = /[\p{Cf}\u0640]/gu;
/** Code points of the digit zero in scripts that have digits of their own; the other nine follow it. */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0,
];
/** What normalization leaves apart and readers do not. */
const SAME: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ς: 'σ',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  ʹ: "'",
  '´': "'",
  '`': "'",
  '″': '"',
  '״': '"',
  '׳': "'",
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
};
const ODD = new RegExp(`[${Object.keys(SAME).join('')}]`, 'g');
const PLAIN = /^[A-Za-z0-9 ,.'%А-ИК-Яа-ик-яα-ρσ-ω-]*$/;

/**
 * The form in which two spellings of a word are one: without case, accents, ligatures, width, vowel points and
 * shapes of apostrophes and dashes (Unicode compatibility decomposition, UAX #15), digits of any script as 0 to 9.
 * What changes a word in its script, such as an Indic vowel or a raised digit, stays. Hangul comes as letters.
 */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  return word
    .replace(/[²³¹⁰-⁹₀-₉]/g, (digit) => `^${digit}`)
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(UNSEEN, '')
    .toLowerCase()
    .replace(/\p{Nd}/gu, plainDigit)
    .replace(MARKS, '')
    .replace(ODD, (character) => SAME[character] ?? character);
}

function plainDigit(digit: string): string {
  const codePoint = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((first) => codePoint >= first && codePoint < first + 10);
  return zero === undefined ? digit : String(codePoint - zero);
}
