import edtf, { type ParsedExpression, parse } from 'edtf';
import { LRUCache } from 'lru-cache';
import { InputInvalid } from '../../problem.ts';
import { excerpt } from '../../text/excerpt.ts';
import { sourceLimits } from './limits.ts';

/** What may say when something came out: one date, however vague, or an interval; not a list or a set of several. */
const TYPES: ParsedExpression['type'][] = ['Date', 'Year', 'Decade', 'Century', 'Season', 'Interval'];

const DAY_IN_MILLISECONDS = 86_400_000;
const YEAR_IN_DAYS = 365.2425;

/** A stretch of time, in days since 1970-01-01, both included; infinite where it is open or not known where it ends. */
export interface Extent {
  first: number;
  last: number;
}

/** What was read last, as the parser is slow and dates come again and again. */
const known = new LRUCache<string, { date: ParsedExpression | null }>({ max: 20_000 });

/**
 * A date or an interval in the Extended Date/Time Format (ISO 8601-2; https://www.loc.gov/standards/datetime/), levels 0
 * to 2.
 * @returns it without white space around.
 * @throws InputInvalid
 */
export function checkSourceDate(given: string): string {
  const text = given.trim();
  const extent = parsed(text) === null ? null : extentOf(text);
  if (parsed(text) === null || (extent !== null && extent.first > extent.last))
    throw new InputInvalid(
      `"${excerpt(text)}" is not an EDTF date; give one such as 1956, 1956-02-25, 195X, 1956~, -0043 or 1956/1958.`,
    );
  return text;
}

/** The days that a date, as `checkSourceDate` answers it, may fall on; null where that cannot be told. */
export function extentOf(date: string): Extent | null {
  const [start = '', end] = date.split('/');
  if (end === undefined) return extentOfDate(date);
  const [from, until] = [start, end].map((one) =>
    one === '' || one === '..' ? undefined : extentOfDate(one),
  );
  if (from === null || until === null) return null;
  return { first: from?.first ?? Number.NEGATIVE_INFINITY, last: until?.last ?? Number.POSITIVE_INFINITY };
}

function extentOfDate(text: string): Extent | null {
  const date = parsed(text);
  // The library takes -00XX to be the years 0 to 99.
  if (date === null || (text.startsWith('-') && text.includes('X'))) return null;
  const { min, max } = edtf(date);
  if (Number.isFinite(min) && Number.isFinite(max))
    return { first: Math.floor(min / DAY_IN_MILLISECONDS), last: Math.floor(max / DAY_IN_MILLISECONDS) };
  const about = Math.floor(((date.values[0] ?? 0) - 1970) * YEAR_IN_DAYS);
  return Number.isFinite(about) ? { first: about, last: about } : null;
}

function parsed(text: string): ParsedExpression | null {
  if (text.length > sourceLimits.date) return null;
  const found = known.get(text) ?? { date: read(text) };
  known.set(text, found);
  return found.date;
}

function read(text: string): ParsedExpression | null {
  const plain = plainDate(text);
  if (plain !== null) return { type: 'Date', level: 0, values: plain };
  try {
    return parse(text, { types: TYPES });
  } catch {
    return null;
  }
}

/** A year, month or day of four, two and two digits, which is what most dates are: its numbers, the month from 0 on. */
function plainDate(text: string): number[] | null {
  const [, year, month, day] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year === undefined) return null;
  const values = [Number(year), ...(month === undefined ? [] : [Number(month) - 1])];
  if (day === undefined) return values;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day) ? [...values, Number(day)] : null;
}
