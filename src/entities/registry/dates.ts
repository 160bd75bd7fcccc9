import edtf, { type ParsedExpression, parse } from 'edtf';
import { LRUCache } from 'lru-cache';
import { InputInvalid } from '../../problem.ts';
import { entityLimits } from './limits.ts';

/** What may say when something began or ended: one date, however vague; not an interval, a list or a set of several. */
const TYPES: ParsedExpression['type'][] = ['Date', 'Year', 'Decade', 'Century', 'Season'];

const YEAR_IN_MILLISECONDS = 31_556_952_000;

/**
 * A date in the Extended Date/Time Format (ISO 8601-2; https://www.loc.gov/standards/datetime/), levels 0 to 2.
 * @returns it without white space around.
 * @throws InputInvalid
 */
export function checkDate(given: string): string {
  const text = given.trim();
  if (parsed(text) === null)
    throw new InputInvalid(
      `"${[...text.slice(0, 120)].slice(0, 60).join('')}" is not an EDTF date; give one such as 1956, 1956-02-25, 195X, 1956~ or -0043, without an interval.`,
    );
  return text;
}

/**
 * Checks that something does not end before it begins, as far as the dates tell: what is uncertain or approximate says
 * nothing for sure.
 * @param start and end as `checkDate` answers them.
 * @throws InputInvalid
 */
export function checkOrder(start: string | null, end: string | null): void {
  const earliest = start === null ? null : extent(start);
  const latest = end === null ? null : extent(end);
  if (earliest !== null && latest !== null && earliest.min > latest.max)
    throw new InputInvalid(`The start ${start} is after the end ${end}; correct one of them.`);
}

/** What was read last, as the parser is slow and dates come again and again. */
const known = new LRUCache<string, { date: ParsedExpression | null }>({ max: 10_000 });

function parsed(text: string): ParsedExpression | null {
  if (text.length > entityLimits.date) return null;
  const found = known.get(text) ?? { date: read(text) };
  known.set(text, found);
  return found.date;
}

function read(text: string): ParsedExpression | null {
  try {
    return parse(text, { types: TYPES });
  } catch {
    return null;
  }
}

/** The stretch of time that a date is in, in milliseconds since 1970; null where it is not sure to be. */
function extent(text: string): { min: number; max: number } | null {
  const date = parsed(text);
  if (date === null || date.uncertain || date.approximate || date.significant !== undefined) return null;
  // The library takes -00XX to be the years 0 to 99.
  if (text.startsWith('-') && text.includes('X')) return null;
  const { min, max } = edtf(date);
  if (Number.isFinite(min) && Number.isFinite(max)) return { min, max };
  const about = (date.values[0] ?? 0) * YEAR_IN_MILLISECONDS;
  return { min: about, max: about };
}
