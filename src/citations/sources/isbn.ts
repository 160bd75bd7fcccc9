import { InputInvalid } from '../../problem.ts';
import { excerpt } from '../../text/excerpt.ts';
import { mod10CheckDigit, mod11CheckCharacter } from './check-digits.ts';
import { sourceLimits } from './limits.ts';

const LABEL = /^(?:e-?|print |online )?ISBN(?:[\s\p{Pd}]?1[03])?\s*[:=]?\s*/iu;
const FORM = /^(?:97[89]\d{10}|\d{9}[\dX])$/;
/** Ten or thirteen digits in groups, as they stand in a text. */
const IN_TEXT = /(?<![\p{L}\p{N}])(?:97[89][\s\p{Pd}]?)?(?:\d[\s\p{Pd}]?){9}[\dX](?!\p{N})/giu;

/**
 * An ISBN as its thirteen digits; given so or as the ten digits that were used before 2007, with or without hyphens, spaces
 * and the word ISBN. Whether a publisher has numbers of that range is not asked, as new ranges are given out all the time.
 * Source: ISO 2108.
 * @throws InputInvalid where it cannot be one, and where its check digit is wrong.
 */
export function checkIsbn(given: string): string {
  const number = given.length > sourceLimits.number ? '' : compact(given.trim().replace(LABEL, ''));
  if (!FORM.test(number))
    throw new InputInvalid(
      `"${excerpt(given)}" is not an ISBN; give 13 digits that begin with 978 or 979, or 10 digits, such as 978-0-521-33570-6.`,
    );
  const [body, last] = [number.slice(0, -1), number.slice(-1)];
  const right = body.length === 9 ? mod11CheckCharacter(body) : mod10CheckDigit(body);
  if (last !== right)
    throw new InputInvalid(
      `The ISBN "${excerpt(given)}" ends in ${last}, but the digits before ask for ${right} there; look for a digit that was mistyped.`,
    );
  return body.length === 9 ? `978${body}${mod10CheckDigit(`978${body}`)}` : number;
}

/**
 * The ISBN in a line of text, as `checkIsbn` answers it; null where there is none. Ten digits are taken for one only where
 * the text speaks of an ISBN or is nothing else.
 */
export function isbnIn(text: string): string | null {
  const line = text.slice(0, sourceLimits.note);
  const isNamed = /ISBN/i.test(line);
  for (const [found] of line.matchAll(IN_TEXT)) {
    if (compact(found).length === 10 && !isNamed && found !== line.trim()) continue;
    try {
      return checkIsbn(found);
    } catch (error) {
      if (!(error instanceof InputInvalid)) throw error;
    }
  }
  return null;
}

function compact(text: string): string {
  return text.replace(/[\s\p{Pd}\p{Cf}]/gu, '').toUpperCase();
}
