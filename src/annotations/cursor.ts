import { InputInvalid } from '../problem.ts';
import type { AnnotationKey } from './list.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INT32_MAX = 2_147_483_647;

/** Writes a place in a list as the opaque cursor that clients send back. */
export function encodeCursor({ ordinal, offset, id }: AnnotationKey): string {
  return Buffer.from(`${ordinal}.${offset}.${id}`).toString('base64url');
}

/** @throws InputInvalid for what `encodeCursor` did not write. */
export function decodeCursor(cursor: string): AnnotationKey {
  const [ordinal, offset, id, ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split('.');
  const key = { ordinal: Number(ordinal), offset: Number(offset), id: id ?? '' };
  const whole = [key.ordinal, key.offset].every(
    (part) => Number.isInteger(part) && Math.abs(part) <= INT32_MAX,
  );
  if (!whole || !UUID.test(key.id) || rest.length > 0)
    throw new InputInvalid(
      'The cursor is not one of this list; give a `cursor`, `startCursor` or `endCursor` that it answered.',
    );
  return key;
}
