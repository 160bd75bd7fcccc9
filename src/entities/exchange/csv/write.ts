import { stringify } from 'csv-stringify/sync';
import type { KnownEntity } from '../registry-entry.ts';
import { guard, writeNames } from './cells.ts';
import {
  AUTHORITY_COLUMNS,
  authorityColumns,
  COLUMNS,
  type Column,
  NAME_COLUMNS,
  nameColumns,
} from './columns.ts';

/** The first line of a CSV file of entities. */
export function writeCsvHeader(): string {
  return writeLine(COLUMNS);
}

/** An entity as a line of CSV (RFC 4180), which a spreadsheet can open without running anything. */
export function writeCsvRow(entity: KnownEntity): string {
  const cells = toCells(entity);
  return writeLine(COLUMNS.map((column) => guard(cells.get(column) ?? '')));
}

function writeLine(cells: readonly string[]): string {
  // By itself the library puts only cells with a whole CRLF in them in quotation marks.
  return stringify([cells], { record_delimiter: 'windows', quoted_match: /[\r\n]/ });
}

function toCells(entity: KnownEntity): ReadonlyMap<Column, string> {
  const { slug, kind, names, description, startDate, endDate, authorities } = entity;
  const [preferred] = names;
  return new Map<Column, string>([
    ['slug', slug],
    ['kind', kind],
    ['name', preferred?.text ?? ''],
    ['language', preferred?.language ?? ''],
    ...NAME_COLUMNS.map((column): [Column, string] => [
      column,
      writeNames(names.slice(1).filter(({ kind }) => kind === nameColumns[column])),
    ]),
    ['description', description ?? ''],
    ['start_date', startDate ?? ''],
    ['end_date', endDate ?? ''],
    ...AUTHORITY_COLUMNS.map((column): [Column, string] => [
      column,
      authorities
        .flatMap(({ scheme, value }) => (scheme === authorityColumns[column] ? value : []))
        .join('|'),
    ]),
  ]);
}
