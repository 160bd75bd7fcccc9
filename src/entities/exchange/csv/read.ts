import { InputInvalid, Problem } from '../../../problem.ts';
import { excerpt } from '../../../text/excerpt.ts';
import { readKind } from '../given-kind.ts';
import { type Line, linesOf } from '../lines.ts';
import type { ReadRow, RowEntity } from '../row.ts';
import { readNames, readValues, unguard } from './cells.ts';
import {
  AUTHORITY_COLUMNS,
  authorityColumns,
  type Column,
  NAME_COLUMNS,
  nameColumns,
  readHeader,
} from './columns.ts';
import { type CsvRecord, recordsOf } from './records.ts';

/** Reads entities from CSV; docs/entities-exchange.md describes the columns. @throws InputInvalid for a wrong header. */
export async function* readCsv(chunks: AsyncIterable<string>): AsyncGenerator<ReadRow> {
  const lines: AsyncGenerator<Line> = linesOf(chunks);
  const records = recordsOf(lines);
  const { value: header } = await records.next();
  if (header === undefined) throw new InputInvalid('The file is empty; its first line must be the header.');
  if ('fault' in header) throw new InputInvalid(`The header cannot be read. ${header.fault}`);
  const columns = readHeader(header.cells);
  for await (const record of records) {
    if ('cells' in record && record.cells.every((cell) => cell.trim() === '')) continue;
    yield readRow(columns, record);
  }
}

function readRow(columns: readonly Column[], record: CsvRecord): ReadRow {
  const place = `line ${record.line}`;
  if ('fault' in record) return { place, label: excerpt(record.begins), refused: record.fault };
  const cells = new Map(columns.map((column, at) => [column, unguard(record.cells[at] ?? '')]));
  const label = excerpt(cells.get('name') ?? '');
  try {
    if (record.cells.length !== columns.length)
      throw new InputInvalid(
        `The row has ${record.cells.length} cells, and the header ${columns.length}; give it as many, in quotation marks where a cell has a comma in it.`,
      );
    return { place, label, given: toEntity(cells) };
  } catch (error) {
    if (error instanceof Problem) return { place, label, refused: error.message };
    throw error;
  }
}

function toEntity(cells: ReadonlyMap<Column, string>): RowEntity {
  const cell = (column: Column): string => cells.get(column) ?? '';
  const orNull = (column: Column): string | null => (cell(column).trim() === '' ? null : cell(column));
  return {
    slug: orNull('slug')?.trim() ?? null,
    kind: readKind(cell('kind')),
    name: { text: cell('name'), language: orNull('language')?.trim() ?? null },
    names: NAME_COLUMNS.flatMap((column) =>
      readNames(cell(column)).map((name) => ({ ...name, kind: nameColumns[column] })),
    ),
    description: orNull('description'),
    authorities: AUTHORITY_COLUMNS.flatMap((column) =>
      readValues(cell(column)).map((value) => ({ scheme: authorityColumns[column], value })),
    ),
    startDate: orNull('start_date')?.trim() ?? null,
    endDate: orNull('end_date')?.trim() ?? null,
  };
}
