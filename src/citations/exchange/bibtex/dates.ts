import { dateInWords } from '../../csl/date-in-words.ts';

/**
 * A date of BibTeX, in EDTF: `date` of BibLaTeX, or a year with a month (a number, an English name, a season, or with a day
 * such as `25 February`) and a day.
 * @returns the date, null where it is none that is known, and whether the month and the day are in it.
 */
export function readIssued(
  year: string,
  month: string | null,
  day: string | null,
): { date: string | null; whole: boolean } {
  const bare = dateInWords(year);
  if (month === null) return { date: bare, whole: day === null };
  const parts = [year, month, ...(day === null ? [] : [day])];
  const numbers = parts.map((part) => part.padStart(2, '0')).join('-');
  const words = month.replace(/[.~]/g, ' ').trim();
  const forms = /^\d+$/.test(month)
    ? [numbers]
    : day === null
      ? [`${words} ${year}`, `${words}, ${year}`]
      : [`${day} ${words} ${year}`];
  const date = forms.map(dateInWords).find((one) => one !== null);
  return { date: date ?? bare, whole: date !== undefined };
}
