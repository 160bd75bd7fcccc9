import { InputInvalid } from '../../../problem.ts';
import type { ReadSource } from '../../sources/import.ts';
import { checkRecords, tooLong } from '../limits.ts';
import { SourceDraft } from '../read-fields.ts';
import { readRisDate } from './dates.ts';
import { readRisName } from './names.ts';
import { type RisRecord, risRecords } from './records.ts';
import { ris } from './vocabulary.ts';

/** Tags that come before others that mean the same: the date before the year. */
const FIRST = ['DA', 'TI', 'AU', 'T2', 'N1'];

/** As which a record of an unknown type is read. */
const UNKNOWN = 'GEN';

const ISBN = /^(?:97[89][\s\p{Pd}]?)?(?:\d[\s\p{Pd}]?){9}[\dX]\b/iu;
const ISSN = /^\d{4}\p{Pd}?\d{3}[\dX]\b/iu;

/**
 * The sources of a RIS file.
 * @throws InputInvalid where it is none.
 */
export function readRis(text: string): ReadSource[] {
  const records = risRecords(text);
  if (records === null)
    throw new InputInvalid('The file is not RIS; its records begin with a line such as "TY  - BOOK".');
  return checkRecords(records).map(readRecord);
}

function readRecord(record: RisRecord): ReadSource {
  const place = record.line;
  const key = record.fields.find(([tag]) => tag === 'ID')?.[1] || null;
  if (!record.ended)
    return { place, key, refused: 'The line "ER  - " that ends the record is missing; put it there.' };
  const long = record.fields.find(([, value]) => tooLong(value));
  if (long !== undefined)
    return { place, key, refused: `Its ${long[0]} is too long for a source; shorten it.` };
  return { place, key, ...readFields(record) };
}

function readFields({ type, fields }: RisRecord) {
  const known = ris.typeOf(type);
  const draft = new SourceDraft(known, type);
  const given = fields.filter(([tag, value]) => value !== '' && tag !== 'ID');
  const sorted = [
    ...given.filter(([tag]) => FIRST.includes(tag)),
    ...given.filter(([tag]) => !FIRST.includes(tag)),
  ];
  const meant = known === null ? UNKNOWN : type;
  for (const [tag, value] of withPages(meant, sorted)) readField(draft, meant, tag, value);
  return draft.finish();
}

function readField(draft: SourceDraft, type: string, tag: string, value: string): void {
  const part = (tag === 'SN' ? standardNumber(value) : null) ?? ris.meaning(type, tag);
  if (part === null) draft.drop(tag);
  else if (part.kind === 'names') draft.names(tag, [readRisName(part.role, value)]);
  else if (part.kind === 'date') draft.date(tag, part, readRisDate(value));
  else draft.text(tag, part, value);
}

/** Whether a number that may be an ISBN, an ISSN or that of a report looks like one of the first two. */
export function standardNumber(value: string) {
  if (ISSN.test(value)) return { kind: 'text', field: 'issn' } as const;
  return ISBN.test(value) ? ({ kind: 'text', field: 'isbn' } as const) : null;
}

/** Makes one field of the first and the last page. */
function withPages(
  type: string,
  fields: readonly (readonly [string, string])[],
): (readonly [string, string])[] {
  const start = fields.find(([tag]) => tag === 'SP');
  const end = fields.find(([tag]) => tag === 'EP');
  if (end === undefined) return [...fields];
  const others = fields.filter((field) => field !== start && field !== end);
  const pages = start === undefined ? end[1] : `${start[1]}-${end[1]}`;
  // Some write all pages into both.
  const whole = start !== undefined && /\d\p{Pd}+\d/u.test(start[1]) ? start[1] : pages;
  const tag = isPages(type, 'EP') ? 'EP' : 'SP';
  return [...others, [tag, whole]];
}

export function isPages(type: string, tag: string): boolean {
  const part = ris.meaning(type, tag);
  return part?.kind === 'text' && part.field === 'pages';
}
