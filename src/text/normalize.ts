import { createHash } from 'node:crypto';
import { TextProblem, type TextProblemCode } from './problem.ts';

/**
 * Far more marks on one letter than any writing system uses (UAX #15 takes 30 to be safe). Putting a run of
 * marks into canonical order takes the square of its length, so a run of a million would take hours.
 */
const MARK_LIMIT = 256;
// The look-behind makes the search start once per run; without it a run is scanned from each of its marks.
const TOO_MANY_MARKS = new RegExp(`(?<!\\p{M})\\p{M}{${MARK_LIMIT + 1}}`, 'u');

/**
 * Brings a text into the one form in which it is stored, compared and counted.
 *
 * Byte order marks at the start are dropped, CRLF and lone CR become LF, and the rest is put into Unicode
 * Normalization Form C (UAX #15). Normalizing twice gives the same as normalizing once.
 *
 * @throws TextProblem TEXT_NUL for U+0000, which PostgreSQL cannot store; TEXT_LONE_SURROGATE for half a
 *   surrogate pair, which UTF-8 cannot hold; TEXT_TOO_MANY_MARKS for more than 256 combining marks in a row.
 *   Each message names the line, counted from 1.
 */
export function normalizeText(text: string): string {
  const unified = text.replace(/^\uFEFF+/, '').replace(/\r\n?/g, '\n');
  refuse(unified, unified.indexOf('\0'), 'TEXT_NUL', 'has a NUL character (U+0000); remove it');
  refuse(
    unified,
    unified.search(/\p{Surrogate}/u),
    'TEXT_LONE_SURROGATE',
    'has half of a surrogate pair, so the text was cut or decoded wrongly; decode it again as UTF-8 or UTF-16',
  );
  refuse(
    unified,
    unified.search(TOO_MANY_MARKS),
    'TEXT_TOO_MANY_MARKS',
    `has more than ${MARK_LIMIT} combining marks in a row; remove some`,
  );
  return unified.normalize('NFC');
}

/** Lower-case hexadecimal SHA-256 of the text's UTF-8 bytes: 64 characters. */
export function checksum(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function refuse(text: string, at: number, code: TextProblemCode, fault: string): void {
  if (at < 0) return;
  const line = text.slice(0, at).split('\n').length;
  throw new TextProblem(code, `Line ${line} ${fault}.`);
}
