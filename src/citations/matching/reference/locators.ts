import type { LocatorLabel } from '../../../store/generated/enums.ts';
import type { Rest } from './rest.ts';
import type { SoughtLocator } from './sought.ts';

/**
 * How locators are labelled: the terms of the CSL locales for English, German, French and Russian, short and long
 * (https://github.com/citation-style-language/locales), and signs. A period may follow each.
 */
const LABELS: readonly (readonly [LocatorLabel, string])[] = [
  ['PAGE', 'pp?|pgs?|pages?|págs?|seiten?|[sс]|стр|str|страниц[аы]'],
  ['CHAPTER', 'chs?|chaps?|chapters?|kap|kapitel|chapitres?|гл|глав[аы]|cap'],
  ['VOLUME', 'vols?|volumes?|bde?|band|bände|tomes?|[tт]|том[аы]?'],
  ['ISSUE', 'nos?|nrs?|issues?|heft|numéros?|n[°º]|№'],
  ['SECTION', '§{1,2}|secs?|sect|sections?|abschnitte?|разд'],
  ['PARAGRAPH', '¶{1,2}|paras?|paragraphs?|abs|absatz|абз'],
  ['FIGURE', 'figs?|figures?|abb|рис'],
  ['TABLE', 'tables?|tab|tabelle|табл'],
  ['NOTE', 'nn?|notes?|fn|footnotes?|anm|прим'],
  ['LINE', 'll?|lines?|zeilen?'],
  ['VERSE', 'vv?|verses?|verse?s'],
  ['COLUMN', 'cols?|columns?|sp|spalten?|стб'],
  ['PART', 'pts?|parts?|teile?|parties?|ч|част[ьи]'],
  ['BOOK', 'bks?|books?|buch|кн'],
  ['FOLIO', 'fols?|folios?|bl|лл?'],
  ['ARTICLE', 'arts?|articles?|artikel|ст'],
  ['APPENDIX', 'apps?|appendix|anhang'],
  ['EQUATION', 'eqs?|equations?|gl'],
  ['SUPPLEMENT', 'suppl|supplements?'],
  ['OPUS', 'op|opus'],
  ['ACT', 'acts?'],
  ['SCENE', 'scenes?|sc'],
  ['RULE', 'rules?'],
  ['CANON', 'canons?|can'],
];
/** Of single letters without a period only a page and a volume are meant. */
const BARE = new Set(['p', 'pp']);

const NUMBER = '(?:\\d{1,6}|[ivxlcdm]{1,9}(?![\\p{L}\\p{N}]))[a-z]?(?![\\p{L}\\p{N}])';
/** A range, then others after commas unless they begin a date; and "f." or "ff." for what follows. */
const NUMBERS = `${NUMBER}(?:\\s?[-–—]\\s?${NUMBER})?(?:,\\s?\\d{1,3}(?:[-–—]\\d{1,3})?(?![\\d\\p{L}]|\\.?\\s+\\p{L}))*(?:\\s?ff?\\b\\.?)?`;
const WORDS = LABELS.map(([, words]) => `(${words})`).join('|');
const LABELLED = new RegExp(`(?<![\\p{L}\\p{N}])(?:${WORDS})(\\.?\\s{0,3})(${NUMBERS})`, 'giu');
const SUB_VERBO = /(?<!\p{L})(?:s\.\s?vv?\.|s\.\s?v\.)\s{0,3}[“"'«„]?([\p{L}\p{N}][^,;.”"»]{0,100})/giu;
const TIMESTAMP = /(?<![\d:])(\d{1,2}:\d{2}:\d{2})(?![\d:])/g;
/** Pages after a year or at the end: `1978: 3`, `1978, 12–15`, `44 (2): 123–145`. */
const AFTER_YEAR =
  /(?<=(?<!\d)[12]\d{3}[a-z]?\)?\s{0,3}[:,]\s{0,3})(?!(?:1[5-9]|20)\d{2}(?![\d–-]))(\d{1,4}(?:[-–—]\d{1,4})?)(?=[\s).\]]{0,5}$)/gu;
const AFTER_COLON = /(?<=[\d)]\s{0,2}[:,]\s{0,3})(\d{1,5}\s?[-–—]\s?\d{1,5})(?![\d–-])/g;

const YEAR = /^(?:1[0-9]|20)\d{2}[a-z]?$/;

/** The finer a place is, the sooner it is the place meant. */
const FINER: readonly LocatorLabel[] = ['PAGE', 'FOLIO', 'COLUMN', 'TIMESTAMP', 'SUB_VERBO'];
const COARSER: readonly LocatorLabel[] = ['VOLUME', 'ISSUE', 'BOOK', 'PART', 'CHAPTER'];

/** Takes the labelled numbers out of a reference, so that none of them is taken for a year. */
export function takeLocators(rest: Rest): SoughtLocator[] {
  return [
    ...rest.take(SUB_VERBO, ([, text = '']): SoughtLocator => ({ label: 'SUB_VERBO', text: text.trim() })),
    ...rest.take(TIMESTAMP, ([, text = '']): SoughtLocator => ({ label: 'TIMESTAMP', text })),
    ...rest.take(LABELLED, readLabelled),
    ...rest.take(AFTER_YEAR, pageOf),
    ...rest.take(AFTER_COLON, pageOf),
  ];
}

/** Which of the numbers of a reference is the place inside of the source. */
export function placeAmong(numbers: readonly SoughtLocator[]): SoughtLocator | null {
  const fine = numbers.findLast(({ label }) => FINER.includes(label));
  const middle = numbers.findLast(({ label }) => !COARSER.includes(label));
  const coarse = [...COARSER].reverse().flatMap((label) => numbers.filter((one) => one.label === label));
  return fine ?? middle ?? coarse[0] ?? null;
}

function pageOf([, text = '']: RegExpExecArray): SoughtLocator {
  return { label: 'PAGE', text: tidy(text) };
}

function readLabelled(match: RegExpExecArray): SoughtLocator | null {
  const words = match.slice(1, LABELS.length + 1);
  const at = words.findIndex((word) => word !== undefined);
  const label = LABELS[at]?.[0];
  const [after = '', number = ''] = match.slice(LABELS.length + 1);
  const word = words[at] ?? '';
  if (label === undefined) return null;
  const isShort = /^\p{L}{1,2}$/u.test(word) && !BARE.has(word.toLowerCase());
  const isRoman = /^[ivxlcdm]/i.test(number);
  // "S 12" and "Mix" are none, nor is the initial in "S. Marx" or "P. V.".
  if (isShort && !after.includes('.') && !/^(?:ch|bd|nr|no|fn|§§?|¶¶?)$/iu.test(word)) return null;
  // Nor in "Smith, P. 1985".
  if (/^\p{Lu}$/u.test(word) && YEAR.test(number)) return null;
  if (isRoman && (after === '' || (/^\p{Lu}$/u.test(word) && !/^[a-z]/.test(number)))) return null;
  return { label, text: tidy(number) };
}

function tidy(text: string): string {
  return text.replace(/\s*[-–—]\s*/g, '-').trim();
}
