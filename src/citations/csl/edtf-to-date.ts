import { type ParsedExpression, parse } from 'edtf';
import type { CslDate } from './item.ts';

const MONTHS = 12;
/** Of EDTF: 21 to 24 seasons of the year, 25 to 28 those of the north, 29 to 32 those of the south, further ones quarters. */
const FIRST_SEASON = 21;
const LAST_SEASON = 32;
const SEASONS = 4;
/** Which digits are unspecified, as the library says it: a bit for each of YYYYMMDD. */
const UNSPECIFIED = { decade: 0b1000, century: 0b1100, year: 0b1111, month: 0b110000, day: 0b11000000 };
/** An end that is still open, as CSL processors read it. */
const OPEN = 0;

interface Moment {
  parts: number[];
  season: number | null;
  circa: boolean;
}

/**
 * An EDTF date (ISO 8601-2; https://www.loc.gov/standards/datetime/) as one of CSL-JSON. Years before the common era count
 * from -1, as CSL knows no year 0. What CSL cannot say is a `literal`: a decade is `1950s`, a century `19--` as cataloguers
 * write it in any language (AACR2 1.4F7), an interval without a start `–1956`, anything else the EDTF itself.
 * @returns null for a date of which nothing is specified: XXXX, or an interval without ends.
 */
export function edtfToDate(edtf: string): CslDate | null {
  const ends = edtf.trim().split('/');
  const [first = '', last, more] = ends;
  if (more !== undefined) return { literal: edtf };
  if (last === undefined) return oneDate(first);
  if (isOpen(first)) return isOpen(last) ? null : { literal: `–${last}` };
  return interval(edtf, first, last);
}

function oneDate(edtf: string): CslDate | null {
  const date = parsed(edtf);
  if (date === null) return { literal: edtf };
  if (date.unspecified !== undefined && (date.unspecified & UNSPECIFIED.year) === UNSPECIFIED.year)
    return null;
  const moment = momentOf(date);
  if (moment === null) return { literal: wordless(edtf, date) };
  const { parts, season, circa } = moment;
  return {
    'date-parts': [parts],
    ...(season === null ? {} : { season }),
    ...(circa ? { circa } : {}),
  };
}

function interval(edtf: string, first: string, last: string): CslDate {
  const start = momentAt(first);
  const end = isOpen(last) ? { parts: [OPEN], season: null, circa: false } : momentAt(last);
  if (start === null || end === null || start.season !== null || end.season !== null) {
    return { literal: edtf.replace('/', '–') };
  }
  return {
    'date-parts': [start.parts, end.parts],
    ...(start.circa || end.circa ? { circa: true } : {}),
  };
}

function isOpen(end: string): boolean {
  return end === '' || end === '..';
}

function momentAt(edtf: string): Moment | null {
  const date = parsed(edtf);
  return date === null ? null : momentOf(date);
}

/** A date in numbers; null where it has none. */
function momentOf(date: ParsedExpression): Moment | null {
  const [year, second, day] = date.values;
  if (year === undefined) return null;
  const circa = isMarked(date.uncertain) || isMarked(date.approximate) || date.significant !== undefined;
  const parts = [year > 0 ? year : year - 1];
  if (date.type === 'Season') {
    if (second === undefined || second > LAST_SEASON) return null;
    return { parts, season: ((second - FIRST_SEASON) % SEASONS) + 1, circa };
  }
  if (date.type !== 'Date' && date.type !== 'Year') return null;
  const unspecified = date.unspecified ?? 0;
  if ((unspecified & UNSPECIFIED.year) !== 0) return null;
  const hidesMonth = (unspecified & UNSPECIFIED.month) !== 0;
  const hidesDay = (unspecified & UNSPECIFIED.day) !== 0;
  // A day of an unknown month, or one digit of a month: CSL has no place for it.
  if (hidesMonth && day !== undefined && !hidesDay) return null;
  if (second === undefined || hidesMonth || second >= MONTHS) return { parts, season: null, circa };
  parts.push(second + 1);
  if (day !== undefined && !hidesDay) parts.push(day);
  return { parts, season: null, circa };
}

function isMarked(mark: boolean | number | undefined): boolean {
  return mark !== undefined && mark !== false && mark !== 0;
}

function wordless(edtf: string, date: ParsedExpression): string {
  const [value = 0] = date.values;
  if (value <= 0) return edtf;
  if (date.type === 'Century') return `${value}--`;
  if (date.type === 'Decade') return `${value}0s`;
  if (date.unspecified === UNSPECIFIED.decade) return `${value}s`;
  if (date.unspecified === UNSPECIFIED.century) return `${value / 100}--`;
  return edtf;
}

function parsed(edtf: string): ParsedExpression | null {
  try {
    return parse(edtf);
  } catch {
    return null;
  }
}
