import { nameKey } from '../names/name-key.ts';
import { entityLimits } from './limits.ts';

/**
 * A name as it is stored for search: folded by `nameKey`, and cut at the length that a name may have. Folding may make
 * eighteen letters of one (U+FDFA), and an index does not hold a key of any length.
 */
export function searchKey(text: string): string {
  const key = nameKey(text);
  return key.length <= entityLimits.name ? key : [...key].slice(0, entityLimits.name).join('');
}
