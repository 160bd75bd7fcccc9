import type { SourcePart } from '../../csl/variables.ts';
import type { KeyedSource, SourceContent } from '../../source.ts';
import { onOneLine } from '../one-line.ts';
import { writeRisDate } from './dates.ts';
import { writeRisName } from './names.ts';
import { isPages, standardNumber } from './read.ts';
import { ris } from './vocabulary.ts';

/** A source as a record of RIS, with a line feed at its end. */
export function writeRis({ key, content }: KeyedSource): string {
  const { recordType } = ris.recordTypeOf(content.type);
  const fields = [...ris.fieldsOf(recordType)].flatMap(([tag, part]) =>
    fieldOf(recordType, tag, part, content),
  );
  const lines = [['TY', recordType], ['ID', key], ...fields, ...numbers(content), ['ER', '']];
  return lines.map(([tag, value = '']) => `${tag}  - ${onOneLine(value)}\n`).join('');
}

function fieldOf(type: string, tag: string, part: SourcePart, content: SourceContent): string[][] {
  if (part.kind === 'names')
    return content.creators.filter(({ role }) => role === part.role).map((name) => [tag, writeRisName(name)]);
  const value = content[part.field];
  if (value === null || part.field === 'isbn' || part.field === 'issn') return [];
  if (tag === 'SN' && standardNumber(value) !== null) return [];
  if (part.field === 'issued') return issuedOf(type, tag, value);
  if (part.kind === 'date') return [[tag, writeRisDate(value)]];
  const ends =
    part.field === 'pages' && isPages(type, 'SP') && isPages(type, 'EP')
      ? /^([^\s,\p{Pd}]+)-([^\s,\p{Pd}]+)$/u.exec(value)
      : null;
  return ends === null
    ? [[tag, value]]
    : [
        ['SP', ends[1] ?? ''],
        ['EP', ends[2] ?? ''],
      ];
}

/** The year has a tag of its own, and the date one besides where there is one. */
function issuedOf(type: string, tag: string, edtf: string): string[][] {
  const part = ris.meaning(type, 'DA');
  const isIssued = part?.kind === 'date' && part.field === 'issued';
  if (tag !== 'PY' || !isIssued) return [[tag, writeRisDate(edtf)]];
  const year = /^\d{4}/.exec(edtf)?.[0];
  return [
    ...(year === undefined ? [] : [[tag, year]]),
    ...(year === edtf ? [] : [['DA', writeRisDate(edtf)]]),
  ];
}

function numbers({ isbn, issn }: SourceContent): string[][] {
  return [isbn, issn].filter((number) => number !== null).map((number) => ['SN', number]);
}
