import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type Database, openDatabase, type StoreLocation } from './database.ts';
import { PrismaClient } from './generated/client.ts';
import { applyMigrations, requireMigrated, schemaOption } from './migrations.ts';
import { StatementNames } from './statement-names.ts';
import { createStatements, type Statements } from './statements.ts';

export type { Statements };

/** What runs statements and knows the tables: the client itself, or the client of an open transaction. */
export type Client = Pick<
  PrismaClient,
  | '$queryRaw'
  | '$executeRaw'
  | 'agent'
  | 'document'
  | 'revision'
  | 'annotation'
  | 'anchor'
  | 'anchorPosition'
  | 'event'
  | 'block'
  | 'textUnit'
  | 'entity'
  | 'entityName'
  | 'entityAuthority'
  | 'mention'
  | 'source'
  | 'sourceCreator'
  | 'citation'
>;

/** An open store: the database behind it and the client that every statement goes through. */
export interface Store {
  database: Database;
  prisma: PrismaClient;
  /** Runs statements one by one, each a transaction of its own, without the client's work around them. */
  statements: Statements;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** Applies pending migrations; without it a database that lacks some is refused. Embedded stores always do. */
  migrate?: boolean;
  /** Called with the SQL of every statement that the client sends. */
  onStatement?: (sql: string) => void;
}

/** How many statements may run at once. The embedded database has a single session, so more would only wait there. */
const CONNECTIONS = { embedded: 4, server: 10 };

/** How long, in milliseconds, a transaction may wait for its turn, and then take. */
const TRANSACTION_WAIT = 30_000;
const TRANSACTION_LIMIT = 120_000;

/**
 * Opens the store at a location, ready to be used.
 * @throws StoreProblem
 */
export async function openStore(location: StoreLocation, options: StoreOptions = {}): Promise<Store> {
  const database = await openDatabase(location, async (opened) => {
    if (options.migrate === true || (opened.kind === 'embedded' && !opened.shared))
      await applyMigrations(opened);
    else await requireMigrated(opened);
  });
  return connect(database, options);
}

function connect(database: Database, options: StoreOptions): Store {
  const pool = new pg.Pool({
    ...database.connection,
    max: CONNECTIONS[database.kind],
    ...(database.kind === 'server' ? { onConnect: withoutCompiler } : {}),
  });
  pool.on('error', () => undefined);
  const names = new StatementNames();
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, {
      ...schemaOption(database),
      disposeExternalPool: true,
      ...(database.prepares ? { statementNameGenerator: ({ sql }) => names.nameOf(sql) } : {}),
    }),
    transactionOptions: { maxWait: TRANSACTION_WAIT, timeout: TRANSACTION_LIMIT },
    log: options.onStatement === undefined ? [] : [{ emit: 'event', level: 'query' }],
  });
  const { onStatement } = options;
  if (onStatement !== undefined) prisma.$on('query', ({ query }) => onStatement(query));
  return {
    database,
    prisma,
    statements: createStatements(pool, { names: database.prepares ? names : null, onStatement }),
    close: async () => {
      await prisma.$disconnect();
      await database.close();
    },
  };
}

/** Compiling a statement takes PostgreSQL longer than running any of ours, and it compiles those that it overestimates. */
async function withoutCompiler(client: pg.ClientBase): Promise<void> {
  await client.query('SET jit = off');
}
