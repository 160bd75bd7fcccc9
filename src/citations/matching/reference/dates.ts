// Each by itself: the package has sixteen languages, and takes long to load them.
import { casual as de } from 'chrono-node/de';
import { casual as en } from 'chrono-node/en';
import { casual as fr } from 'chrono-node/fr';
import { casual as ru } from 'chrono-node/ru';
import type { Rest } from './rest.ts';
import type { SoughtDate } from './sought.ts';

const YEAR = /(?<![\p{N}\p{L}])([12]\d{3})(?:\s?[-–—/]\s?(\d{4}|\d{2})(?![\d-]))?([a-z])?(?![\p{N}\p{L}])/gu;
/** Letters and digits that belong together are split by what is written between a year and the rest of its date. */
const ISO = /(?<![\d-])([12]\d{3})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?(?![\d-])/g;
const UNDATED =
  /(?<!\p{L})(?:n\.\s?d\.?|s\.\s?[da]\.|o\.\s?[jd]\.|б\.\s?[гд]\.|\[?(?:no date|undated|sans date|ohne datum|без даты)\]?)(?![\p{L}\p{N}])/giu;
/** How many years of a reference are read; more is no reference. */
const MOST_YEARS = 8;
/** How much before and after a year may belong to its date, in UTF-16 code units. */
const AROUND = 24;
const MAY_HOLD_MONTH = /\p{L}{3}|\d[./]\d/u;
/** The day of which nothing is meant; what a date leaves open the library takes from it. */
const SOME_DAY = new Date(2000, 0, 1, 12);
const DOTTED = /\d\.\s?\d/;

const languages = { en, de, fr, ru };

/** Takes it out that a source is said to have no date. */
export function takeUndated(rest: Rest): boolean {
  return rest.take(UNDATED, () => true).length > 0;
}

/**
 * Takes the dates out of a reference: years from 1000 to 2999, with a month and a day where these are written beside it in
 * English, German, French or Russian, or in digits. Both readings of 5/6/1956 are answered.
 */
export function takeDates(rest: Rest): SoughtDate[] {
  const whole = rest.take(ISO, ([text, year, month, day]): SoughtDate => {
    return {
      text,
      year: Number(year),
      month: Number(month),
      day: day === undefined ? null : Number(day),
      suffix: null,
    };
  });
  const dates: SoughtDate[] = [];
  for (const match of [...rest.text.matchAll(YEAR)].slice(0, MOST_YEARS)) dates.push(...datesAt(rest, match));
  return [...whole, ...dates];
}

function datesAt(rest: Rest, match: RegExpExecArray): SoughtDate[] {
  const [text, first = '', last, suffix = null] = match;
  const year = Number(first);
  const plain = { text, year, month: null, day: null, suffix };
  const end = match.index + text.length;
  if (last !== undefined) {
    const until = Number(last.length === 2 ? `${first.slice(0, 2)}${last}` : last);
    rest.blank(match.index, end);
    return until > year ? [plain, { ...plain, year: until }] : [plain];
  }
  const written = writtenAround(rest.text, match.index, end, year);
  rest.blank(match.index, end);
  if (written === null) return [plain];
  for (const [from, to] of written.taken) rest.blank(from, to);
  return written.dates.map((date) => ({ ...date, suffix }));
}

interface Written {
  dates: SoughtDate[];
  /** Where its words and digits stand. */
  taken: [number, number][];
}

/** The dates with a month that are written around a year. */
function writtenAround(text: string, start: number, end: number, year: number): Written | null {
  const before = text
    .slice(Math.max(0, start - AROUND), start)
    .replace(/^.*[1-2]\d{3}(?!\d)/s, (other) => ' '.repeat(other.length));
  const after = text.slice(end, end + AROUND).replace(/(?<!\d)[12]\d{3}.*$/s, '');
  const digits = text.slice(start, end);
  if (MAY_HOLD_MONTH.test(before)) {
    const found = readAll(`${before}${digits}`, year);
    if (found.length > 0)
      return {
        dates: found.map(({ date }) => date),
        taken: found.map((one) => offsets(one, start - before.length)),
      };
  }
  // "1956, June 5": the library reads a year after its month only.
  const reordered = after.replace(/^[\s,.:]+/, '');
  if (!MAY_HOLD_MONTH.test(reordered) || reordered === '') return null;
  const skipped = end + after.length - reordered.length;
  const found = readAll(`${reordered.replace(/[,).;\]].*$/s, '')} ${digits}`, year).filter(
    ({ from }) => from === 0,
  );
  if (found.length === 0) return null;
  return {
    dates: found.map(({ date, to }) => ({
      ...date,
      text: text.slice(start, skipped + to - digits.length - 1),
    })),
    taken: found.map(({ to }) => [skipped, skipped + to - digits.length - 1]),
  };
}

interface Read {
  date: SoughtDate;
  from: number;
  to: number;
}

function offsets({ from, to }: Read, shift: number): [number, number] {
  return [from + shift, to + shift];
}

/** A month without a day. */
const MONTH_ALONE = /(?<![\p{L}\d.]|\d\s)\p{L}{3,}\.?\s+[12]\d{3}$/u;

/** What the first language that knows a month here makes of it; of digits with slashes, two languages. */
function readAll(text: string, year: number): Read[] {
  if (DOTTED.test(text)) return read(text, year, 'de');
  if (/\d\/\d/.test(text)) return distinct([...read(text, year, 'en'), ...read(text, year, 'de')]);
  for (const language of ['en', 'de', 'fr', 'ru'] as const) {
    const found = read(text, year, language);
    if (found.length > 0) return found;
  }
  return readMonth(text, year);
}

/** The library knows no month without a day in German and French, so it is given one. */
function readMonth(text: string, year: number): Read[] {
  const [month] = MONTH_ALONE.exec(text) ?? [];
  if (month === undefined) return [];
  const found = [...read(`1. ${month}`, year, 'de'), ...read(`1 ${month}`, year, 'fr')].slice(0, 1);
  return found.map(({ date }) => ({
    date: { ...date, text: month, day: null },
    from: text.length - month.length,
    to: text.length,
  }));
}

function read(text: string, year: number, language: keyof typeof languages): Read[] {
  return languages[language].parse(text, SOME_DAY).flatMap(({ index, text: written, start }) => {
    if (!start.isCertain('year') || !start.isCertain('month') || start.get('year') !== year) return [];
    const day = start.isCertain('day') ? start.get('day') : null;
    const date = { text: written.trim(), year, month: start.get('month'), day, suffix: null };
    return [{ date, from: index, to: index + written.length }];
  });
}

function distinct(found: readonly Read[]): Read[] {
  return [...new Map(found.map((one) => [`${one.date.month}/${one.date.day}`, one])).values()];
}
