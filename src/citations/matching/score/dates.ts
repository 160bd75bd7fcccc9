import type { Comparable } from '../candidate.ts';
import { edtfYear, type KnownDates, knownDates } from '../issued.ts';
import type { SoughtDate, SoughtReference } from '../reference.ts';
import { shares, weights } from '../weights.ts';
import type { Evidence } from './evidence.ts';

/** How the date of a reference contradicts that of a source. */
export type DateConflict = 'NONE' | 'DAY' | 'NEXT_YEAR' | 'YEAR';

export interface DatesFound extends Evidence {
  conflict: DateConflict;
}

const NOTHING: DatesFound = { conflict: 'NONE', asked: 0, found: 0, reasons: [] };

/** What the dates of a reference say: the one that fits best counts, as others may be those of its title or of a reprint. */
export function scoreDates(sought: SoughtReference, source: Comparable): DatesFound {
  const issued = knownDates(source.issued);
  if (sought.dates.length === 0) return sought.isUndated ? scoreUndated(issued, source.issued) : NOTHING;
  const original = knownDates(source.originalDate);
  const all = sought.dates.flatMap((date) => [
    scoreDate(date, issued, source.issued),
    ...(original.years === null ? [] : [scoreDate(date, original, source.originalDate)]),
  ]);
  return all.reduce((best, one) =>
    one.found - one.asked > best.found - best.asked ||
    (one.found - one.asked === best.found - best.asked && one.found > best.found)
      ? one
      : best,
  );
}

function scoreUndated({ years }: KnownDates, issued: string | null): DatesFound {
  const conflict = 'NONE';
  if (years !== null) return { conflict, asked: weights.undated, found: 0, reasons: [] };
  const reason = {
    field: 'ISSUED',
    given: 'n.d.',
    found: issued ?? '',
    exact: true,
    weight: weights.undated,
  } as const;
  return {
    conflict,
    asked: weights.undated,
    found: weights.undated,
    reasons: issued === null ? [] : [reason],
  };
}

function scoreDate(date: SoughtDate, known: KnownDates, text: string | null): DatesFound {
  if (known.years === null)
    return { conflict: 'NONE', asked: weights.year * shares.unknownDate, found: 0, reasons: [] };
  const { first, last } = known.years;
  const distance = Math.max(first - date.year, date.year - last, 0);
  let conflict: DateConflict = distance === 0 ? 'NONE' : distance === 1 ? 'NEXT_YEAR' : 'YEAR';
  let asked: number = weights.year;
  let found = distance === 0 ? weights.year : distance === 1 ? weights.year * shares.nextYear : 0;
  if (distance === 0 && date.month !== null) {
    const month = `${edtfYear(date.year)}-${twoDigits(date.month)}`;
    const finer = [part(weights.month, month, known.months)];
    if (date.day !== null) finer.push(part(weights.day, `${month}-${twoDigits(date.day)}`, known.days));
    for (const one of finer) {
      asked += one.asked;
      found += one.found;
      if (one.isOther) conflict = 'DAY';
    }
  }
  const exact = found === asked;
  const reason = {
    field: 'ISSUED',
    given: date.text.trim(),
    found: text ?? '',
    exact,
    weight: found,
  } as const;
  return { conflict, asked, found, reasons: found > 0 ? [reason] : [] };
}

/** A month or a day; what the source does not know counts less than what it knows to be another one. */
function part(
  weight: number,
  given: string,
  known: readonly string[],
): { asked: number; found: number; isOther: boolean } {
  if (known.length === 0) return { asked: weight * shares.unknownDate, found: 0, isOther: false };
  const isOther = !known.includes(given);
  return { asked: weight, found: isOther ? 0 : weight, isOther };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
