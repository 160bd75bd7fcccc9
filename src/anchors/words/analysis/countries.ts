import { displayNames } from '../display-names.ts';

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

function namesIn(language: string): string[] {
  const names = [...displayNames(language, 'region'), ...displayNames(language, 'language')];
  return [...new Set(names)].filter(({ length }) => length > 1);
}
