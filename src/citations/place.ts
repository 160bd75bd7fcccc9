import { type ListPlace, placeCursor } from '../place-cursor.ts';
import type { Citation } from './citation.ts';

/** Where a citation stands in a list: by its citing words, or by those that it quotes where these alone are there. */
export type CitationPlace = ListPlace;

/** A citation with its place in a list. */
export interface ListedCitation extends Citation {
  place: CitationPlace;
}

export const { encode: encodePlace, decode: decodePlace } = placeCursor('citation');
