import * as ar from 'n2words/ar-SA';
import * as cs from 'n2words/cs-CZ';
import * as da from 'n2words/da-DK';
import * as de from 'n2words/de-DE';
import * as el from 'n2words/el-GR';
import * as en from 'n2words/en-US';
import * as es from 'n2words/es-ES';
import * as fa from 'n2words/fa-IR';
import * as fi from 'n2words/fi-FI';
import * as fr from 'n2words/fr-FR';
import * as he from 'n2words/he-IL';
import * as hi from 'n2words/hi-IN';
import * as hr from 'n2words/hr-HR';
import * as hu from 'n2words/hu-HU';
import * as id from 'n2words/id-ID';
import * as it from 'n2words/it-IT';
import * as nb from 'n2words/nb-NO';
import * as nl from 'n2words/nl-NL';
import * as pl from 'n2words/pl-PL';
import * as pt from 'n2words/pt-PT';
import * as ro from 'n2words/ro-RO';
import * as ru from 'n2words/ru-RU';
import * as sr from 'n2words/sr-Cyrl-RS';
import * as sv from 'n2words/sv-SE';
import * as th from 'n2words/th-TH';
import * as tr from 'n2words/tr-TR';
import * as uk from 'n2words/uk-UA';
import * as vi from 'n2words/vi-VN';

/** Writes numbers in the words of a language. */
export interface Speller {
  toCardinal(value: number): string;
  toOrdinal(value: number): string;
}

/**
 * Spellers by primary language subtag. English first, then by how widely they are read: where two have a word in
 * common, the first one's value counts.
 */
// biome-ignore format: one language a line says nothing more
export const SPELLERS: Readonly<Record<string, Speller>> = {
  en, fr, de, es, it, pt, ru, uk, pl, el, ar, he, nl, sv, da, nb, fi, cs, hr, sr, ro, hu, tr, fa, hi, th, id, vi,
};

/** Without their accents, which folding takes away, or as they are, numbers of these are everyday words of others. */
export const SPELT_AT_HOME: ReadonlySet<string> = new Set(['id', 'vi']);
