import { parse } from 'isbn3';

interface Taken {
  taken: string;
  /** Whether there is nothing else in the text. */
  whole: boolean;
}

/** Far more than a list of all bindings of a book has, in UTF-16 code units. */
const LIMIT = 2_000;

/** Of a text in which there are several ISBNs, perhaps with words such as `(pbk.)`, the first valid one; otherwise the text. */
export function firstIsbn(text: string): Taken {
  const form = /(?<![\dXx])(?:97[89][\s\p{Pd}]?)?(?:\d[\s\p{Pd}]?){9}[\dXx](?![\dXx])/gu;
  return firstOf(text, form, (found) => parse(found)?.isValid === true);
}

/** Of a text in which there are several ISSNs, such as that of the print and that of the electronic edition, the first. */
export function firstIssn(text: string): Taken {
  return firstOf(text, /(?<![\dXx])\d{4}\p{Pd}?\d{3}[\dXx](?![\dXx])/gu, () => true);
}

function firstOf(text: string, form: RegExp, isValid: (found: string) => boolean): Taken {
  const found = [...text.slice(0, LIMIT).matchAll(form)].map(([number]) => number);
  const taken = found.find(isValid) ?? found[0] ?? text;
  return { taken, whole: /^(?:[ep]-?)?(?:ISBN|ISSN)?(?:-1[03])?[:\s]*$/i.test(text.replace(taken, '')) };
}
