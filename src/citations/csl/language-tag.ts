/** The languages that BibLaTeX and library catalogues call by name, with their tags; the names of babel among them. */
const NAMES = new Map(
  Object.entries({
    american: 'en-US',
    arabic: 'ar',
    armenian: 'hy',
    australian: 'en-AU',
    austrian: 'de-AT',
    belarusian: 'be',
    brazilian: 'pt-BR',
    british: 'en-GB',
    bulgarian: 'bg',
    canadian: 'en-CA',
    catalan: 'ca',
    chinese: 'zh',
    croatian: 'hr',
    czech: 'cs',
    danish: 'da',
    dutch: 'nl',
    english: 'en',
    estonian: 'et',
    finnish: 'fi',
    french: 'fr',
    galician: 'gl',
    georgian: 'ka',
    german: 'de',
    greek: 'el',
    hebrew: 'he',
    hungarian: 'hu',
    italian: 'it',
    japanese: 'ja',
    korean: 'ko',
    latin: 'la',
    latvian: 'lv',
    lithuanian: 'lt',
    naustrian: 'de-AT',
    ngerman: 'de',
    norwegian: 'no',
    nswissgerman: 'de-CH',
    polish: 'pl',
    portuguese: 'pt',
    romanian: 'ro',
    russian: 'ru',
    serbian: 'sr',
    slovak: 'sk',
    slovene: 'sl',
    slovenian: 'sl',
    spanish: 'es',
    swedish: 'sv',
    swissgerman: 'de-CH',
    turkish: 'tr',
    ukrainian: 'uk',
    ukenglish: 'en-GB',
    usenglish: 'en-US',
  }),
);

/** The BCP 47 tag of a language that is given by its tag, by a code of three letters or by its English name; null for others. */
export function languageTag(given: string): string | null {
  const text = given.trim().replaceAll('_', '-');
  const named = NAMES.get(text.toLowerCase());
  if (named !== undefined) return named;
  // A single word of five letters or more would pass for a tag, and is none.
  if (!/^[a-z]{2,3}(?:-[a-z\d]{1,8}){0,8}$/i.test(text)) return null;
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
}
