import { InputInvalid } from '../../problem.ts';
import { excerpt } from '../../text/excerpt.ts';
import { storableWords } from '../../text/words.ts';
import { sourceLimits } from './limits.ts';

/** Addresses that lead to what a DOI names, and names of the scheme. */
const ADDRESS = /^(?:https?:)?(?:\/\/)?(?:dx\.|www\.)?doi\.org\//i;
const PREFIX = /^(?:(?:urn|info):doi[:/]|doi\s*[:.=]?\s*)/i;
/** The prefix of a registrant, and a suffix of any characters that show. */
const FORM = /^10\.\d{4,9}(?:\.\d+)*\/[^\s\p{C}]+$/u;
const IN_TEXT =
  /(?:(?:https?:\/\/|doi\.org\/)[^\s"<>]*?|doi\s*[:.=]?\s*|info:doi\/)?(?<![\d.])10\.\d{4,9}(?:\.\d+)*(?:\/|%2F)[^\s"“”«»]+/iu;
/** Pages of publishers that have the DOI in their address go on with these. */
const PAGE = /\/(?:abstract|e?pdf|full|html|meta)$/i;
const CLOSING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '>': '<' };

/**
 * A DOI in lower case without any prefix, such as 10.2307/2499177. It may be given as a URL of doi.org, after `doi:` or
 * `info:doi/`, percent-encoded, and with the punctuation of a text around it. Only the letters A to Z have a lower case
 * there. Source: ISO 26324; DOI Handbook, 2 (https://doi.org/10.1000/182).
 * @throws InputInvalid where it cannot be one; whether it is registered is not asked.
 */
export function checkDoi(given: string): string {
  const doi = given.length > sourceLimits.number ? null : storableWords(unwrapped(given));
  if (doi === null || doi.length > sourceLimits.doi || !FORM.test(doi))
    throw new InputInvalid(`"${excerpt(given)}" is not a DOI; give one such as 10.2307/2499177.`);
  return doi.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** The first DOI in a line of text, as `checkDoi` answers it; null where there is none. */
export function doiIn(text: string): string | null {
  const [found] = IN_TEXT.exec(text.slice(0, sourceLimits.note)) ?? [];
  if (found === undefined) return null;
  // An element of HTML may follow, but some DOIs have angle brackets around a number.
  const plain = found.replace(/<(?=[/a-z!]).*$/iu, '');
  const begin = plain.search(/10\.\d{4}/);
  const inAddress = /^https?:/i.test(plain) || /^doi\.org/i.test(plain);
  const rest = plain.slice(begin);
  try {
    return checkDoi(inAddress ? rest.replace(/[?#&].*$/u, '').replace(PAGE, '') : rest);
  } catch (error) {
    if (error instanceof InputInvalid) return null;
    throw error;
  }
}

/** Takes off what is not the DOI, as long as there is something. */
function unwrapped(given: string): string {
  let text = given.replace(/\p{Cf}/gu, '').trim();
  for (;;) {
    const address = ADDRESS.test(text) ? text.replace(/[?#].*$/u, '').replace(ADDRESS, '') : text;
    const next = withoutPunctuation(decoded(address.replace(PREFIX, ''))).trim();
    if (next === text) return text;
    text = next;
  }
}

function decoded(text: string): string {
  try {
    return text.includes('%') ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
}

/** Without the quotation marks and brackets of a text before, and what ends its sentences after. */
function withoutPunctuation(text: string): string {
  let rest = text.replace(/^[\s<([{"'“‘«]+/u, '');
  for (;;) {
    const last = rest.slice(-1);
    const opening = CLOSING[last];
    const isUnmatched = opening !== undefined && count(rest, last) > count(rest, opening);
    if (!isUnmatched && !/[\s.,;:!?"'”’»]/u.test(last)) return rest;
    rest = rest.slice(0, -1);
  }
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
