import { DefaultAbbrMarkerOptions } from 'sentence-splitter';

const { language: english } = DefaultAbbrMarkerOptions;

/**
 * What ends in a period and ends no sentence, by primary language subtag, in small letters. A single small letter does
 * not either, and is not listed.
 */
const NEVER_LAST: Readonly<Record<string, string>> = {
  en: `cf. vol. vols. ed. eds. nos. pp. ${english.PREPOSITIVE_ABBREVIATIONS.join(' ').toLowerCase()}`,
  de: 'z.b. d.h. u.a. v.a. i.d.r. bzw. vgl. dr. prof. nr. st. hl. bd. hrsg. geb. gest. ca. sog. evtl. abs. art. frhr. hr. fr.',
  ru: 'т.е. т.к. тов. гг. вв. им. ул. см. ср. стр. проф. акад. ген. гор. обл. тыс. млн. млрд. св. н.э.',
  uk: 'т.зв. тов. рр. ст. ім. вул. див. пор. проф. акад. обл. тис. млн. св.',
  fr: 'm. mm. mme. mlle. dr. pr. av. apr. cf. éd. vol. art. st. ste. p.ex. chap.',
  es: 'sr. sra. srta. dr. dra. ud. uds. pág. núm. p.ej. ej. cf. vol. art. sto. sta.',
  it: 'sig. sig.ra dott. prof. on. pag. cfr. es. p.es. vol. art. ss.',
  pt: 'sr. sra. dr. dra. pág. p.ex. ex. cf. vol. art. sto. sta.',
  nl: 'bijv. d.w.z. dhr. mevr. mw. dr. prof. o.a. nr. vgl. ca. blz.',
  pl: 'np. tzn. tj. dr. prof. ul. św. im. por. zob. gen. ks.',
  cs: 'např. tzv. tj. dr. prof. ul. sv. srov. č. mj.',
};
/** What may end one, and does not where no capital follows. */
const SELDOM_LAST = new Set(english.ABBREVIATIONS.map((abbreviation) => abbreviation.toLowerCase()));
const sets = new Map<string, ReadonlySet<string>>();

/**
 * Whether what a splitter took for two sentences is one, because the period between them is one of an abbreviation or
 * of initials, or because the second begins with a small letter.
 * @param language BCP 47; the abbreviations are those of it.
 */
export function isOneSentence(before: string, after: string, language: string): boolean {
  if (/^[\p{Pi}\p{Ps}"'-]*\p{Ll}/u.test(after)) return true;
  const word = /[^\s\p{Ps}\p{Pi}"']+$/u.exec(before.slice(-64))?.[0] ?? '';
  if (!word.endsWith('.')) return false;
  if (/^\p{Ll}\.$/u.test(word)) return true;
  const small = word.toLowerCase();
  if (neverLast(language).has(small)) return true;
  if (/^\p{Lu}/u.test(after)) return areInitials(word, before, language);
  return SELDOM_LAST.has(small);
}

function areInitials(word: string, before: string, language: string): boolean {
  if (!/^(?:\p{Lu}\p{M}*\.-?)+$/u.test(word)) return false;
  // "You and I. Did you see?" ends with a pronoun.
  return !(word === 'I.' && /^en\b/i.test(language) && /\p{Ll}\s+I\.$/u.test(before.slice(-64)));
}

function neverLast(language: string): ReadonlySet<string> {
  const subtag = language.slice(0, 2).toLowerCase();
  const known = sets.get(subtag) ?? new Set((NEVER_LAST[subtag] ?? '').split(' '));
  sets.set(subtag, known);
  return known;
}
