import { checksum } from '../../text/normalize.ts';
import { familyName, termsOf } from '../matching/terms.ts';
import { foldedWords } from '../matching/words.ts';
import type { KeyedSource, SourceContent, SourceCreator } from '../source.ts';
import { type Extent, extentOf } from './dates.ts';
import { leadAndYear } from './lead.ts';

/** Of so many creators a source is found by the whole name. */
const CREATORS_NAMED = 24;
/** How long a name may be as a term, in code points; an index must hold it. */
const NAME_LENGTH = 200;
/** Every day since long before the earth was, so that all are of one length and sort as text. */
const DAY_ZERO = 500_000_000_000;
const DAY_DIGITS = 12;
const LAST_DAY = 999_999_999_999;

/**
 * What a source is found by besides what references have in them (`termsOf`), in the same table. None begins as one of
 * those: a creator's name is `&getty`, the first one with the year `&getty|1985`, the days on which it may have been issued
 * `~499999994929 499999995293`, and what an import brought `#` with a checksum.
 */
export const ownTerm = {
  name: (name: string): string => `&${[...foldedWords(name).join(' ')].slice(0, NAME_LENGTH).join('')}`,
  leadAndYear: (content: SourceContent): string | null => {
    const both = leadAndYear(content);
    return both === null ? null : `&${[...both].slice(-NAME_LENGTH).join('')}`;
  },
  issued: (extent: Extent): string => `~${issuedFrom(extent)} ${issuedUntil(extent)}`,
  /** By the key and the checksum of a record, by which an import that is repeated knows what it brought. */
  imported: (key: string | null, sum: string): string => `#${checksum(JSON.stringify([key, sum]))}`,
};

/** What the terms begin with that stay when a source is changed: they tell where it came from, and not what it is. */
export const IMPORTED = '#';

/** The first and the last day of a stretch of time, as they are in a term. */
export const issuedFrom = ({ first }: Extent): string => dayText(first);
export const issuedUntil = ({ last }: Extent): string => dayText(last);

/** All terms of a source, and those of them that are words, for the dictionary of misspelt words. */
export function foundBy(source: KeyedSource): { terms: string[]; words: string[] } {
  const { terms, words } = termsOf(source);
  const { creators, issued } = source.content;
  const extent = issued === null ? null : extentOf(issued);
  const lead = ownTerm.leadAndYear(source.content);
  const own = [
    ...creators.slice(0, CREATORS_NAMED).flatMap(namesOf).map(ownTerm.name),
    ...(lead === null ? [] : [lead]),
    ...(extent === null ? [] : [ownTerm.issued(extent)]),
  ];
  return { terms: [...new Set([...terms, ...own])], words };
}

/** The forms in which somebody may write a name: the family name with and without particle, and with the given name. */
function namesOf(creator: SourceCreator): string[] {
  const { family, given, literal } = creator;
  const whole = familyName(creator);
  if (literal !== null || family === null) return [whole];
  if (given === null) return [family, whole];
  return [family, whole, `${given} ${whole}`, `${family} ${given}`, `${whole} ${given}`];
}

function dayText(day: number): string {
  return String(Math.min(Math.max(day + DAY_ZERO, 0), LAST_DAY)).padStart(DAY_DIGITS, '0');
}
