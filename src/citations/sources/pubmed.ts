import { InputInvalid } from '../../problem.ts';
import { excerpt } from '../../text/excerpt.ts';

const LABEL =
  /^(?:https?:\/\/(?:www\.)?(?:pubmed\.)?ncbi\.nlm\.nih\.gov\/(?:pubmed\/|pmc\/articles\/)?|PMID\s*[:=]?\s*)/i;

/** A number of PubMed, of digits alone; given so, after `PMID:`, or as a URL. @throws InputInvalid */
export function checkPmid(given: string): string {
  const number = given.trim().replace(LABEL, '').replace(/\/$/, '');
  if (/^[1-9]\d{0,8}$/.test(number)) return number;
  throw new InputInvalid(`"${excerpt(given)}" is not a PubMed number; give one such as 17284678.`);
}

/** A number of PubMed Central, such as PMC1790863; given so, without the letters, or as a URL. @throws InputInvalid */
export function checkPmcid(given: string): string {
  const number = given
    .trim()
    .replace(LABEL, '')
    .replace(/^(?:PMCID\s*[:=]?\s*)?(?:PMC)?\s*/i, '')
    .replace(/\/$/, '');
  if (/^[1-9]\d{0,9}(?:\.\d+)?$/.test(number)) return `PMC${number}`;
  throw new InputInvalid(
    `"${excerpt(given)}" is not a number of PubMed Central; give one such as PMC1790863.`,
  );
}
