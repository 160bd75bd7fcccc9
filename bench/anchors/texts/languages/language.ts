import type { LocaleDefinition } from '@faker-js/faker';

/** Groups of words; those of a group mean about the same. */
export type Groups = readonly (readonly string[])[];

/**
 * What texts in a language are made of.
 *
 * In templates `{noun}`, `{adjective}`, `{verb}` and `{adverb}` are ordinary words, `{first}`, `{last}` and `{city}`
 * names, `{number}` and `{count}` numbers in digits and in words, `{day}`, `{month}`, `{year}` and `{weekday}` dates.
 * `<not |never >` may be left out, and to put it in, take it out or change it is to negate; `(legal|illegal)` is one
 * of them. `{clause}` is a clause or nothing.
 */
export interface Language {
  /** As BCP 47 has it. */
  code: string;
  locale: LocaleDefinition;
  /** What stands between two sentences, and between two words. */
  joiner: string;
  comma: string;
  nouns: Groups;
  adjectives: Groups;
  verbs: Groups;
  adverbs: Groups;
  /** Endings, or beginnings before a dash, of which the first may become the second. */
  endings: readonly (readonly [from: string, to: string])[];
  numberWords: readonly string[];
  months: readonly string[];
  weekdays: readonly string[];
  sentences: readonly string[];
  /** Each begins with the comma, and holds ordinary words only. */
  clauses: readonly string[];
  /** Sentences that come again and again. */
  boilerplate: readonly string[];
}
