import { InputInvalid } from '../problem.ts';
import { isUuid } from '../store/new-id.ts';
import type { Mention } from './mention.ts';

/** Where a mention stands in a list: its document, the block and offset of its first word, then its id. */
export interface MentionPlace {
  documentId: string;
  ordinal: number;
  offset: number;
  id: string;
}

/** A mention with its place in a list. */
export interface ListedMention extends Mention {
  place: MentionPlace;
}

/** In a list, what points at no words comes after every block. */
export const AFTER_BLOCKS = 2_147_483_647;

/** Writes a place as the opaque cursor that clients send back. */
export function encodePlace({ documentId, ordinal, offset, id }: MentionPlace): string {
  return Buffer.from(['mention', documentId, ordinal, offset, id].join('.')).toString('base64url');
}

/** @throws InputInvalid for what `encodePlace` did not write. */
export function decodePlace(cursor: string): MentionPlace {
  const [of, documentId = '', ordinal, offset, id = '', ...rest] = Buffer.from(cursor, 'base64url')
    .toString('utf8')
    .split('.');
  const place = { documentId, ordinal: Number(ordinal), offset: Number(offset), id };
  const whole = [ordinal, offset].every(
    (part) => part !== undefined && /^\d{1,10}$/.test(part) && Number(part) <= AFTER_BLOCKS,
  );
  if (of !== 'mention' || !whole || !isUuid(id) || !isUuid(documentId) || rest.length > 0)
    throw new InputInvalid(
      'The cursor is not one of a list of mentions; give a `cursor` or `endCursor` that it answered.',
    );
  return place;
}
