import { Prisma } from './generated/client.ts';

/** A table's row, its keys being the names of columns. */
export type Row = Record<string, string | number | boolean | Date | string[] | object | null>;

/**
 * The statement that inserts any number of rows in one go, whatever their number: they travel as one JSON parameter.
 * @param rows all with the same keys as the first one.
 */
export function insertRows(table: string, rows: readonly Row[]): Prisma.Sql {
  const columns = Object.keys(rows[0] ?? {})
    .map((column) => `"${column}"`)
    .join(', ');
  return Prisma.sql`INSERT INTO ${Prisma.raw(`"${table}"`)} (${Prisma.raw(columns)})
    SELECT ${Prisma.raw(columns)}
    FROM json_populate_recordset(NULL::${Prisma.raw(`"${table}"`)}, ${JSON.stringify(rows)}::json)`;
}
