import { InputInvalid } from '../../../problem.ts';
import type { AuthorityScheme, NameKind } from '../../../store/generated/enums.ts';
import { excerpt } from '../../../text/excerpt.ts';

/** The columns that hold names besides the preferred one. */
export const nameColumns = {
  variants: 'VARIANT',
  surnames: 'SURNAME',
  abbreviations: 'ABBREVIATION',
  former_names: 'FORMER',
} as const satisfies Record<string, NameKind>;

/** The columns that hold numbers of the world's registries. */
export const authorityColumns = {
  wikidata: 'WIKIDATA',
  viaf: 'VIAF',
  geonames: 'GEONAMES',
  isni: 'ISNI',
  lcnaf: 'LCNAF',
  gnd: 'GND',
} as const satisfies Record<string, AuthorityScheme>;

export type NameColumn = keyof typeof nameColumns;
export type AuthorityColumn = keyof typeof authorityColumns;

export const NAME_COLUMNS: readonly NameColumn[] = ['variants', 'surnames', 'abbreviations', 'former_names'];
export const AUTHORITY_COLUMNS: readonly AuthorityColumn[] = [
  'wikidata',
  'viaf',
  'geonames',
  'isni',
  'lcnaf',
  'gnd',
];

export type Column =
  | 'slug'
  | 'kind'
  | 'name'
  | 'language'
  | 'description'
  | 'start_date'
  | 'end_date'
  | NameColumn
  | AuthorityColumn;

/** All columns, in the order in which they are written. */
export const COLUMNS: readonly Column[] = [
  'slug',
  'kind',
  'name',
  'language',
  ...NAME_COLUMNS,
  'description',
  'start_date',
  'end_date',
  ...AUTHORITY_COLUMNS,
];

const NEEDED: readonly Column[] = ['kind', 'name'];

/** The columns that a header names, in its order. @throws InputInvalid */
export function readHeader(cells: readonly string[]): Column[] {
  const columns = cells.map((cell) => {
    const column = COLUMNS.find((one) => one === cell.trim().toLowerCase());
    if (column === undefined) throw wrong(`names the unknown column "${excerpt(cell)}"`);
    return column;
  });
  const twice = columns.find((column, at) => columns.indexOf(column) !== at);
  if (twice !== undefined) throw wrong(`names the column ${twice} twice`);
  const missing = NEEDED.find((column) => !columns.includes(column));
  if (missing !== undefined) throw wrong(`lacks the column ${missing}`);
  return columns;
}

function wrong(fault: string): InputInvalid {
  return new InputInvalid(
    `The header ${fault}; write one line of kind and name, and of those of the other columns that there are, with commas between: ${COLUMNS.join(', ')}.`,
  );
}
