import type { Found } from '../methods/method.ts';
import type { Expected } from './expected.ts';

/**
 * Why a status is not true of the place it was given for, or null.
 * @param text of the latest revision.
 */
export function untruth(found: Found, exact: string, expected: Expected, text: string): string | null {
  const isSame = text.slice(found.start, found.end) === exact;
  const saysSame = found.status === 'EXACT' || found.status === 'MOVED';
  if (saysSame && !isSame) return `${found.status}, but the words are others`;
  if (!saysSame && isSame && expected.rule === 'verbatim')
    return `${found.status}, but the words are the same`;
  return null;
}
