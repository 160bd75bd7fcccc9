import { type ParsedExpression, parse } from 'edtf';
import { LRUCache } from 'lru-cache';

/** The longest text that is looked at as a date, in UTF-16 code units. */
const LIMIT = 100;

const TYPES: ParsedExpression['type'][] = ['Date', 'Year', 'Decade', 'Century', 'Season', 'Interval'];

/** What was asked last, as the parser is slow and dates come again and again. */
const known = new LRUCache<string, boolean>({ max: 20_000 });

/** Whether a text is a date or an interval in the Extended Date/Time Format (https://www.loc.gov/standards/datetime/). */
export function isEdtf(text: string): boolean {
  if (text.length > LIMIT) return false;
  const found = known.get(text) ?? isParsed(text);
  known.set(text, found);
  return found;
}

function isParsed(text: string): boolean {
  try {
    parse(text, { types: TYPES });
    return true;
  } catch {
    return false;
  }
}

/**
 * A date of CSL in EDTF. CSL counts the years before the common era from -1 and has no year 0; EDTF has one.
 * @param parts a year, then perhaps a month and a day.
 * @returns null where there is no such date.
 */
export function edtfOfParts(parts: readonly number[]): string | null {
  const [year, ...rest] = parts;
  if (year === undefined || year === 0 || !parts.every(Number.isInteger)) return null;
  // Some write a date of which only the year is known with zeros for the month and the day.
  while (rest.at(-1) === 0) rest.pop();
  const edtf = [
    yearOf(year < 0 ? year + 1 : year),
    ...rest.map((part) => String(part).padStart(2, '0')),
  ].join('-');
  return isEdtf(edtf) ? edtf : null;
}

function yearOf(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  return `${digits.length > 4 ? 'Y' : ''}${year < 0 ? '-' : ''}${digits}`;
}
