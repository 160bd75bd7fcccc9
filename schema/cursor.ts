import { InputInvalid } from '../src/problem.ts';

import { isUuid } from '../src/store/new-id.ts';

const NOT_OF_THIS_LIST =
  'The cursor is not one of this list; give a `cursor`, `startCursor` or `endCursor` that it answered.';

/** The cursor of lists that are in the order of their rows' ids. */
export const rowCursor = {
  encode: ({ id }: { id: string }): string => Buffer.from(id).toString('base64url'),
  /** @throws InputInvalid for what `encode` did not write. */
  decode: (cursor: string): string => {
    const id = Buffer.from(cursor, 'base64url').toString('utf8');
    if (isUuid(id)) return id;
    throw new InputInvalid(NOT_OF_THIS_LIST);
  },
};

/** The cursor of lists that are in the order of a number. */
export const numberCursor = {
  encode: (number: number): string => Buffer.from(`#${number}`).toString('base64url'),
  /** @throws InputInvalid for what `encode` did not write. */
  decode: (cursor: string): number => {
    const digits = /^#(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.[1];
    if (digits !== undefined) return Number(digits);
    throw new InputInvalid(NOT_OF_THIS_LIST);
  },
};
