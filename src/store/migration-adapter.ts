import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type pg from 'pg';

/**
 * Prisma's driver adapter for PostgreSQL, for migrations: it sends a script as it is, where Prisma's cuts it at every
 * semicolon, even at those inside of strings and functions.
 */
export function migrationAdapter(
  pool: pg.Pool,
  options: { schema?: string },
): SqlMigrationAwareDriverAdapterFactory {
  const adapter = new PrismaPg(pool, options);
  const connect = async () => {
    const connected = await adapter.connect();
    const executeScript = async (sql: string): Promise<void> => {
      await connected.executeRaw({ sql, args: [], argTypes: [] });
    };
    return Object.assign(connected, { executeScript });
  };
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connect,
    connectToShadowDb: () => adapter.connectToShadowDb(),
  };
}
