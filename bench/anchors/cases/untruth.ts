import type { Found } from '../methods/method.ts';
import type { Expected } from './expected.ts';

/**
 * Why a status is not true of the place it was given for, or null.
 * @param isSame whether the words at the place are the ones quoted.
 */
export function untruth(found: Found, isSame: boolean, expected: Expected): string | null {
  const saysSame = found.status === 'EXACT' || found.status === 'MOVED';
  if (saysSame && !isSame) return `${found.status}, but the words are others`;
  if (!saysSame && isSame && expected.rule === 'verbatim')
    return `${found.status}, but the words are the same`;
  return null;
}
