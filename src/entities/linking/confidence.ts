import type { NameKind } from '../../store/generated/enums.ts';
import type { Candidate } from './candidates.ts';

/** How sure it is that a name stands for the only entity that bears it, from 0 to 1. */
const BY_KIND: Readonly<Record<NameKind, number>> = {
  PREFERRED: 0.95,
  VARIANT: 0.95,
  FORMER: 0.95,
  ABBREVIATION: 0.9,
  /** Where no fuller name of the person stands in the document. */
  SURNAME: 0.6,
};
/** What becomes of it where the text has another form of the last word, or writes it with other accents. */
const INFLECTED = 0.95;
const RESPELLED = 0.97;

/** The most that is given where a stretch ends within a word: 列宁 in 列宁格勒. */
export const CUT = 0.4;
/** A surname of somebody whose fuller name stands in the document; several of them share it. */
export const NAMED_SURNAME = 0.9;
/** What several bearers of a surname share, none of whom the document names more fully. */
export const SHARED_SURNAME = 0.5;
/** What entities of one name share. */
export const SHARED_NAME = 0.95;
/** A decided proposal has more than a half; one that is left open has at most this. */
export const OPEN = 0.49;
/** The least with which a mention elsewhere in the document counts as naming its entity: more than a lone surname has. */
export const NAMING = 0.65;
/** Of what entities of one name share, the least that the best must have to be decided for. */
export const CLEAR = 0.7;

/** How sure it is that a stretch refers to a candidate with which none competes. */
export function confidenceOf({ nameKind, inflected, respelled }: Candidate): number {
  return BY_KIND[nameKind] * formOf({ inflected, respelled });
}

/** What the form of a name takes from its confidence, as a factor. */
export function formOf({ inflected, respelled }: Pick<Candidate, 'inflected' | 'respelled'>): number {
  return (inflected ? INFLECTED : 1) * (respelled ? RESPELLED : 1);
}
