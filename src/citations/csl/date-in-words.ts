import { parse } from '@citation-js/date';
import { edtfOfParts, isEdtf } from './edtf.ts';

const LIMIT = 100;

/** Of EDTF: what stands where others have a month. */
const SEASONS = new Map(Object.entries({ spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24 }));

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const YEAR = String.raw`\d{4}`;
const DAY = String.raw`\d{1,2}`;

/** What the library reads right: it goes by the first three letters of a word, and of 02.03.1956 it takes a side. */
const SURE = [
  `${DAY} ${MONTH} ${YEAR}`,
  `${MONTH} ${YEAR}`,
  `${YEAR} ${MONTH}`,
  `${YEAR} ${MONTH} ${DAY}`,
  `${YEAR}[-/.]${DAY}[-/.]${DAY}`,
  `${YEAR}-\\d\\d`,
  YEAR,
].map((form) => new RegExp(`^${form}$`, 'i'));

/**
 * A date that somebody wrote in words, in EDTF: EDTF itself, dates with a four-digit year in English or with the year
 * first (`25 February 1956`, `Feb. 1956`, `1956/2/25`), seasons, decades (`1950s`), centuries (`19--`), `c. 1956`, and two of
 * them with a dash between. Of what may be read in two ways (`02.03.1956`) nothing is taken.
 * @returns null for all else.
 */
export function dateInWords(words: string): string | null {
  if (words.length > LIMIT) return null;
  const text = words.replace(/\s+/gu, ' ').trim();
  // EDTF would take 56 for a century, and 195 for a decade.
  if (isEdtf(text) && !/^-?\d{1,3}\W?$/.test(text)) return text;
  const whole = oneDate(text);
  if (whole !== null) return whole;
  const ends = text.split(/ ?(?:[–—]|--| - | to ) ?/);
  const [first = '', last = ''] = ends;
  if (ends.length !== 2) {
    const years = /^(\d{4})-(\d{4})$/.exec(text);
    return years === null ? null : interval(years[1] ?? '', years[2] ?? '');
  }
  return interval(endOf(first), endOf(last));
}

function interval(start: string | null, end: string | null): string | null {
  if (start === null || end === null) return null;
  const edtf = `${start}/${end}`;
  return isEdtf(edtf) && edtf !== '../..' ? edtf : null;
}

function endOf(text: string): string | null {
  if (text === '' || text === '..') return '..';
  return isEdtf(text) && /\d{4}|X/.test(text) ? text : oneDate(text);
}

function oneDate(text: string): string | null {
  const circa = /^(?:circa|ca|c)(?![a-z])\.? ?(\S.*)$/i.exec(text);
  if (circa !== null) {
    const date = plainDate(circa[1] ?? '');
    return date === null || !/\d$/.test(date) ? null : `${date}~`;
  }
  return plainDate(text);
}

function plainDate(text: string): string | null {
  const decade = /^(\d{3})0s$/.exec(text);
  if (decade !== null) return `${decade[1]}X`;
  const century = /^(\d\d)--$/.exec(text);
  if (century !== null) return `${century[1]}XX`;
  const season = /^([a-z]+),? (\d{4})$/i.exec(text);
  const number = SEASONS.get(season?.[1]?.toLowerCase() ?? '');
  if (number !== undefined) return `${season?.[2]}-${number}`;
  const american = new RegExp(`^(${MONTH})\\.? (${DAY})(?:st|nd|rd|th)?,? (${YEAR})$`, 'i').exec(text);
  const plain = american === null ? text.replace(/[.,](?= )/g, '') : american.slice(1).map(inOrder).join(' ');
  if (!SURE.some((form) => form.test(plain))) return null;
  const parts = parse(plain)['date-parts'];
  return parts?.length === 1 ? edtfOfParts(parts[0] ?? []) : null;
}

/** The day first, as the library knows it. */
function inOrder(_part: string, at: number, [month = '', day = '', year = '']: string[]): string {
  return [day, month, year][at] ?? '';
}
