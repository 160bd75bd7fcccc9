import { wordKey } from '../../../entities/names/name-key.ts';
import { addressesLike } from '../addresses.ts';
import type { Comparable } from '../candidate.ts';
import type { SoughtReference } from '../reference.ts';
import type { MatchReason } from './evidence.ts';

/** The identifiers that a reference and a source have in common. */
export function identifierReasons(sought: SoughtReference, source: Comparable): MatchReason[] {
  const reasons: MatchReason[] = [];
  const add = (
    field: MatchReason['field'],
    given: string | null,
    found: string | null,
    isSame: boolean,
  ): void => {
    if (given !== null && found !== null && isSame)
      reasons.push({ field, given, found, exact: given === found });
  };
  add('DOI', sought.doi, source.doi, sought.doi === source.doi);
  add('ISBN', sought.isbn, source.isbn, sought.isbn === source.isbn);
  add('URL', sought.url, source.url, addressesLike(sought.url).includes(source.url ?? ''));
  add('KEY', sought.key, source.key, wordKey(sought.key ?? '') === wordKey(source.key));
  return reasons;
}
