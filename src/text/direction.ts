/** Scripts that run from right to left (Unicode Bidi classes R and AL), by their ISO 15924 codes. */
const RIGHT_TO_LEFT = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Mand',
  'Mend',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
  'Yezi',
]);

/** Whether texts in a language, by its BCP 47 tag, run from right to left in the script that they are usually in. */
export function isRightToLeft(language: string): boolean {
  const { script } = new Intl.Locale(language).maximize();
  return script !== undefined && RIGHT_TO_LEFT.has(script);
}
