import { LOCATOR_LENGTH } from '../locator.ts';

/** Limits of citations. */
export const citationLimits = {
  /** Of a locator, in code points. */
  locator: LOCATOR_LENGTH,
  /** Of words that are looked for as a quotation, in code points. */
  quotationLeast: 3,
  quotationMost: 2_000,
  /** Into how many parts elisions may cut it. */
  quotationParts: 20,
  /** How many units of text one search goes through before it answers where to go on from. */
  quotationUnits: 1_000,
  /** In how many units a word may stand by which alone something is looked for. */
  rareUnits: 1_000,
  /** Of a document's sources, in its bibliography and where citations are told apart. */
  bibliography: 1_000,
  /** How many of the citations that touch a place are told with it. */
  citationsOfPlace: 100,
} as const;
