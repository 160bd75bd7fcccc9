const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const PAIRS = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));

/**
 * The names of all regions, or languages, of two letters, as they are written in a language; by the lists of Unicode's CLDR
 * that the platform has.
 * @param language BCP 47.
 */
export function displayNames(language: string, type: 'region' | 'language'): string[] {
  const names = new Intl.DisplayNames(language, { type, fallback: 'none' });
  return PAIRS.map((pair) => names.of(type === 'region' ? pair : pair.toLowerCase()) ?? '').filter(Boolean);
}
