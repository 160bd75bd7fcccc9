import pg from 'pg';
import type { Database } from './database.ts';
import { StoreProblem } from './problem.ts';

const OLDEST_SUPPORTED_MAJOR_VERSION = 15;

/** PostgreSQL's code for a database that does not exist (invalid_catalog_name). */
const NO_SUCH_DATABASE = '3D000';

/** How long, in milliseconds, the server may take to answer. */
const ANSWER_LIMIT = 10_000;

/**
 * Reaches a PostgreSQL server by its connection URL (libpq's form; `?schema=NAME` chooses a schema, and `?pgbouncer=true`
 * says that connections are shared by transaction, so that they keep nothing; both as Prisma has them).
 * @throws StoreProblem DATABASE_UNREACHABLE or DATABASE_TOO_OLD.
 */
export async function openServer(url: string): Promise<Database> {
  const { connectionString, schema, pooled } = parse(url);
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: ANSWER_LIMIT });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      `SELECT current_setting('server_version_num')::int / 10000 AS version`,
    );
    const version = rows[0]?.version ?? 0;
    if (version < OLDEST_SUPPORTED_MAJOR_VERSION)
      throw new StoreProblem(
        'DATABASE_TOO_OLD',
        `The database is PostgreSQL ${version}; Scholion needs PostgreSQL ${OLDEST_SUPPORTED_MAJOR_VERSION} or later.`,
      );
  } catch (error) {
    if (error instanceof StoreProblem) throw error;
    if (error instanceof pg.DatabaseError && error.code === NO_SUCH_DATABASE)
      throw new StoreProblem(
        'DATABASE_UNREACHABLE',
        `The server at DATABASE_URL answers, but says: ${error.message}; create it, for instance with createdb, or name another.`,
        { cause: error },
      );
    throw unreachable(describe(error), error);
  } finally {
    await client.end().catch(() => undefined);
  }
  return {
    kind: 'server',
    connection: {
      connectionString,
      connectionTimeoutMillis: ANSWER_LIMIT,
      ...(schema === null ? {} : { options: `-c search_path=${searchPath(schema)}` }),
    },
    ...(schema === null ? {} : { schema }),
    shared: false,
    prepares: !pooled,
    close: async () => undefined,
  };
}

function parse(url: string): { connectionString: string; schema: string | null; pooled: boolean } {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch (error) {
    throw unreachable('it is not a URL', error);
  }
  if (parsed.protocol !== 'postgres:' && parsed.protocol !== 'postgresql:')
    throw unreachable(`it starts with ${parsed.protocol}//`, undefined);
  const schema = parsed.searchParams.get('schema');
  const pooled = parsed.searchParams.get('pgbouncer') === 'true';
  for (const name of ['schema', 'pgbouncer']) parsed.searchParams.delete(name);
  return { connectionString: parsed.href, schema, pooled };
}

/** Tables are looked for in the schema, extensions in `public` too; as a start-up option, with its escapes. */
function searchPath(schema: string): string {
  return `${pg.escapeIdentifier(schema)},public`.replace(/[\\\s]/g, '\\$&');
}

function describe(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return describe(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}

function unreachable(reason: string, cause: unknown): StoreProblem {
  return new StoreProblem(
    'DATABASE_UNREACHABLE',
    `The database at DATABASE_URL cannot be reached (${reason}); check that the server runs and that DATABASE_URL reads like postgresql://user:password@host:5432/name.`,
    { cause },
  );
}
