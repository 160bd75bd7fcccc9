import { InputInvalid } from './problem.ts';
import { isUuid } from './store/new-id.ts';

/** Where something stands in a list: its document, the block and offset of its first word, then its id. */
export interface ListPlace {
  documentId: string;
  ordinal: number;
  offset: number;
  id: string;
}

/** In a list, what points at no words comes after every block. */
export const AFTER_BLOCKS = 2_147_483_647;

/** How places in lists of one kind become the opaque cursors that clients send back, and are read again. */
export interface PlaceCursor {
  encode(place: ListPlace): string;
  /** @throws InputInvalid for what `encode` did not write. */
  decode(cursor: string): ListPlace;
}

/** @param kind what the lists are of, in the singular: "mention". */
export function placeCursor(kind: string): PlaceCursor {
  return {
    encode: ({ documentId, ordinal, offset, id }) =>
      Buffer.from([kind, documentId, ordinal, offset, id].join('.')).toString('base64url'),
    decode: (cursor) => {
      const [of, documentId = '', ordinal, offset, id = '', ...rest] = Buffer.from(cursor, 'base64url')
        .toString('utf8')
        .split('.');
      const whole = [ordinal, offset].every(
        (part) => part !== undefined && /^\d{1,10}$/.test(part) && Number(part) <= AFTER_BLOCKS,
      );
      if (of !== kind || !whole || !isUuid(id) || !isUuid(documentId) || rest.length > 0)
        throw new InputInvalid(
          `The cursor is not one of a list of ${kind}s; give a \`cursor\` or \`endCursor\` that it answered.`,
        );
      return { documentId, ordinal: Number(ordinal), offset: Number(offset), id };
    },
  };
}
