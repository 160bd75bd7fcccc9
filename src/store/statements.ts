import type pg from 'pg';
import { Prisma } from './generated/client.ts';
import type { StatementNames } from './statement-names.ts';

/** What runs statements that are written out in SQL. */
export interface Statements {
  /** @returns the rows, with a column of a 64-bit or decimal number as a type that depends on who runs it. */
  $queryRaw<Rows>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<Rows>;
}

interface StatementsOptions {
  /** The names under which connections keep statements prepared; null where they keep none. */
  names: StatementNames | null;
  onStatement: ((sql: string) => void) | undefined;
}

/** Runs statements over a pool of connections, and hands on the rows as the driver reads them. */
export function createStatements(pool: pg.Pool, { names, onStatement }: StatementsOptions): Statements {
  return {
    async $queryRaw<Rows>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) {
      const sql = 'raw' in query ? Prisma.sql(query, ...values) : query;
      const { text } = sql;
      onStatement?.(text);
      const name = names?.nameOf(text) ?? '';
      const { rows } = await pool.query({ text, values: sql.values, ...(name === '' ? {} : { name }) });
      // Whoever writes a statement says what its rows are.
      return rows as Rows;
    },
  };
}
