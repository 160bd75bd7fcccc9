import { knownDates } from '../matching/issued.ts';
import { familyName } from '../matching/terms.ts';
import { foldedWords } from '../matching/words.ts';
import type { SourceContent } from '../source.ts';

/** The name under which a source stands in a list: that of its first author, or of its first creator; null where it has none. */
export function leadName({ creators }: SourceContent): string | null {
  const lead = creators.find(({ role }) => role === 'AUTHOR') ?? creators[0];
  return lead === undefined ? null : familyName(lead);
}

/** The year in which a source was issued, or the first of those; null where it is not known. */
export function yearOf({ issued }: SourceContent): number | null {
  return knownDates(issued).years?.first ?? null;
}

/** The first name and the year of a source, folded, such as `getty|1985`; null where one of both is not known. */
export function leadAndYear(content: SourceContent): string | null {
  const words = foldedWords(leadName(content) ?? '');
  const year = yearOf(content);
  return words.length === 0 || year === null ? null : `${words.join(' ')}|${year}`;
}
