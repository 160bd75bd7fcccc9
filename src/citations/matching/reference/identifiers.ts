import { webUrl } from '../../../web-url.ts';
import { doiIn } from '../../sources/doi.ts';
import { isbnIn } from '../../sources/isbn.ts';
import type { Rest } from './rest.ts';

const DOI = /(?:https?:\/\/)?(?:(?:dx\.)?doi\.org\/|\bdoi:?\s{0,3})?\b10\.\d{4,9}(?:\/|%2f)\S{1,400}/gi;
const ISBN =
  /(?:\bISBN(?:-1[03])?:?\s{0,3})?(?<![\d-])(?:97[89][-\s]?)?\d(?:[-\s]?\d){8}[-\s]?[\dX](?![\d-])/gi;
const URL_TEXT = /\b(?:https?:\/\/|www\.)[^\s<>"]{1,2048}/gi;
/** What ends the sentence, and not the address. */
const AFTER_URL = /[.,;:!?)\]}»”’'"]+$/;

export interface Identifiers {
  doi: string | null;
  isbn: string | null;
  url: string | null;
}

/** Takes the identifiers out of a reference; of several of a kind the first one counts. */
export function takeIdentifiers(rest: Rest): Identifiers {
  const [doi = null] = rest.take(DOI, ([text]) => doiIn(text));
  const [url = null] = rest.take(URL_TEXT, ([text]) => addressIn(text));
  const [isbn = null] = rest.take(ISBN, ([text]) => isbnOf(text, rest.text));
  return { doi, isbn, url };
}

function addressIn(text: string): string | null {
  const address = text.replace(AFTER_URL, '');
  return webUrl(/^www\./i.test(address) ? `https://${address}` : address);
}

/** Ten digits may be anything, unless they are called an ISBN or are all that is given. */
function isbnOf(text: string, whole: string): string | null {
  const isShort = text.replace(/[\s-]/g, '').length === 10;
  return isShort && !/ISBN/i.test(whole) && whole.trim() !== text ? null : isbnIn(text);
}
