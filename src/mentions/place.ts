import { type ListPlace, placeCursor } from '../place-cursor.ts';
import type { Mention } from './mention.ts';

export { AFTER_BLOCKS } from '../place-cursor.ts';

/** Where a mention stands in a list. */
export type MentionPlace = ListPlace;

/** A mention with its place in a list. */
export interface ListedMention extends Mention {
  place: MentionPlace;
}

export const { encode: encodePlace, decode: decodePlace } = placeCursor('mention');
