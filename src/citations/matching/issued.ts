/** What an EDTF date says for certain enough to find something by it. */
export interface KnownDates {
  /** The first and the last year; the same where it is no interval. Null where no year is known. */
  years: { first: number; last: number } | null;
  /** The months and days that it names, such as `1956-06` and `1956-06-05`. */
  months: string[];
  days: string[];
}

/** A date, or one end of an interval or of a list of dates; the parser of the library is too slow for a whole import. */
const DATE = /(?<![\dX-])(-?\d{4})(?![\dX])(?:-(\d{2})(?!\d)(?:-(\d{2})(?!\d))?)?/g;
const LAST_MONTH = 12;

/**
 * Reads the years, months and days that an EDTF date names; marks of doubt are passed over, and decades and seasons name
 * none.
 * @param issued as it is stored, that is valid EDTF; null where no date is known.
 */
export function knownDates(issued: string | null): KnownDates {
  const years: number[] = [];
  const months = new Set<string>();
  const days = new Set<string>();
  for (const [, year = '', month, day] of (issued ?? '').replace(/[?~%]/g, '').matchAll(DATE)) {
    years.push(Number(year));
    if (month === undefined || Number(month) === 0 || Number(month) > LAST_MONTH) continue;
    months.add(`${year}-${month}`);
    if (day !== undefined) days.add(`${year}-${month}-${day}`);
  }
  return {
    years: years.length === 0 ? null : { first: Math.min(...years), last: Math.max(...years) },
    months: [...months],
    days: [...days],
  };
}

/** A year as EDTF writes it: of four digits, with a minus sign before the year 0. */
export function edtfYear(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  return year < 0 ? `-${digits}` : digits;
}
