import { z } from 'zod';
import { dateInWords } from './date-in-words.ts';
import { edtfOfParts } from './edtf.ts';

const numeric = z.union([
  z.number(),
  z
    .string()
    .regex(/^\s*-?\d{1,9}\s*$/)
    .transform(Number),
]);

/** A date as programs write it, which is more than the schema of CSL-JSON has. */
const dateShape = z.object({
  'date-parts': z.array(z.array(numeric).max(3)).min(1).max(2).optional(),
  season: z.union([z.number(), z.string()]).optional(),
  circa: z.union([z.boolean(), z.number(), z.string()]).optional(),
  literal: z.string().optional(),
  raw: z.string().optional(),
});

const SEASONS = ['spring', 'summer', 'autumn', 'winter'];
/** Of EDTF: 21 is spring. */
const FIRST_SEASON = 21;

/**
 * A date of CSL-JSON in EDTF. An end of which the year is 0 is an open one, as CSL processors read it; `circa` makes
 * dates approximate (`1956~`); a text is read where it is surely a date, and never guessed at.
 * @returns null for what is no date.
 */
export function dateToEdtf(date: unknown): string | null {
  const { data } = dateShape.safeParse(date);
  if (data === undefined) return null;
  const { 'date-parts': parts, season, circa, literal, raw } = data;
  const isCirca =
    circa !== undefined && circa !== false && circa !== 0 && !/^(?:|0|false)$/.test(String(circa));
  const words = raw ?? literal;
  if (parts !== undefined && parts[0]?.length !== 0)
    return dateOfParts(parts, seasonOf(season), isCirca ? '~' : '');
  const known = words === undefined ? null : dateInWords(words);
  return known !== null && isCirca && /\d$/.test(known) && !known.includes('/') ? `${known}~` : known;
}

function dateOfParts(
  parts: readonly (readonly number[])[],
  season: number | null,
  mark: string,
): string | null {
  const [start = [], end] = parts;
  const first = edtfOfParts(start);
  if (first === null) return null;
  if (end === undefined)
    return season === null || start.length > 1 ? first + mark : `${first}-${season}${mark}`;
  if (end.length === 0 || end[0] === 0) return `${first}${mark}/..`;
  const last = edtfOfParts(end);
  return last === null ? null : `${first}${mark}/${last}${mark}`;
}

function seasonOf(given: number | string | undefined): number | null {
  if (given === undefined) return null;
  const named = SEASONS.indexOf(String(given).trim().toLowerCase().replace('fall', 'autumn'));
  const at = named === -1 ? Number(given) - 1 : named;
  return at in SEASONS ? FIRST_SEASON + at : null;
}
