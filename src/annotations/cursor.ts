import { InputInvalid } from '../problem.ts';
import { isUuid } from '../store/new-id.ts';
import type { AnnotationKey, AnnotationOrder } from './list.ts';

const INT32_MAX = 2_147_483_647;

/** Writes a place in a list of an order as the opaque cursor that clients send back. */
export function encodeCursor(order: AnnotationOrder, { ordinal, offset, id }: AnnotationKey): string {
  return Buffer.from([order, ordinal, offset, id].join('.')).toString('base64url');
}

/** @throws InputInvalid for what `encodeCursor` did not write for that order. */
export function decodeCursor(order: AnnotationOrder, cursor: string): AnnotationKey {
  const [of, ordinal, offset, id, ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split('.');
  const key = { ordinal: Number(ordinal), offset: Number(offset), id: id ?? '' };
  const whole = [key.ordinal, key.offset].every(
    (part) => Number.isInteger(part) && Math.abs(part) <= INT32_MAX,
  );
  if (of !== order || !whole || !isUuid(key.id) || rest.length > 0)
    throw new InputInvalid(
      'The cursor is not one of this list in this order; give a `cursor`, `startCursor` or `endCursor` that it answered.',
    );
  return key;
}
