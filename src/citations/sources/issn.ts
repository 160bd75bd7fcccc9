import { InputInvalid } from '../../problem.ts';
import { excerpt } from '../../text/excerpt.ts';
import { mod11CheckCharacter } from './check-digits.ts';
import { sourceLimits } from './limits.ts';

const ADDRESS = /^https?:\/\/portal\.issn\.org\/resource\/issn(?:-l)?\//i;
const LABEL = /^(?:urn:)?(?:[ep]-?|print |online )?ISSN(?:-?L)?\s*[:=]?\s*/i;
const FORM = /^\d{7}[\dX]$/;

/**
 * An ISSN with its hyphen, such as 0037-6779; given with or without it, with the word ISSN, or as a URL of the ISSN Portal.
 * Source: ISO 3297.
 * @throws InputInvalid where it cannot be one, and where its check digit is wrong.
 */
export function checkIssn(given: string): string {
  const number = given.length > sourceLimits.number ? '' : compact(given);
  if (!FORM.test(number))
    throw new InputInvalid(`"${excerpt(given)}" is not an ISSN; give 8 digits such as 0037-6779.`);
  const [body, last] = [number.slice(0, -1), number.slice(-1)];
  const right = mod11CheckCharacter(body);
  if (last !== right)
    throw new InputInvalid(
      `The ISSN "${excerpt(given)}" ends in ${last}, but the digits before ask for ${right} there; look for a digit that was mistyped.`,
    );
  return `${number.slice(0, 4)}-${number.slice(4)}`;
}

function compact(text: string): string {
  return text
    .trim()
    .replace(ADDRESS, '')
    .replace(LABEL, '')
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .toUpperCase();
}
