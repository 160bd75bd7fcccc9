const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** How the languages are written, each way with names of its own. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = { zh: ['zh-Hans', 'zh-Hant'] };
const known = new Map<string, readonly string[]>();

/**
 * Whether a word holds the name of a country, or names a language, as people and things are called after them: 日本人, 英語.
 * @param language a primary language subtag of BCP 47.
 */
export function namesCountry(word: string, language: string): boolean {
  const names = known.get(language) ?? (WRITTEN[language] ?? [language]).flatMap(namesIn);
  known.set(language, names);
  return names.some((name) => word.includes(name));
}

/** By the lists of Unicode's CLDR that the platform has. */
function namesIn(language: string): string[] {
  const pairs = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  const regions = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const languages = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' });
  const names = pairs.flatMap((code) => [regions.of(code), languages.of(code.toLowerCase())]);
  return [...new Set(names.filter((name) => name !== undefined && name.length > 1))].map(String);
}
