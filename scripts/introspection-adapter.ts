import { PrismaPg } from '@prisma/adapter-pg';
import {
  type ColumnType,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';

/** PostgreSQL's internal one-byte type, which its catalogues use and Prisma's driver adapter does not know. */
const INTERNAL_CHAR = 18;
const TEXT = 25;

/**
 * Prisma's driver adapter for PostgreSQL, taught the one type that reading the catalogues needs beyond what it knows.
 * Its shadow database is the database itself, so that must be a scratch one.
 */
export function introspectionAdapter(connection: pg.PoolConfig): SqlMigrationAwareDriverAdapterFactory {
  const pool = new pg.Pool({ ...connection, max: 1 });
  let charColumns: number[] = [];
  const query = pool.query.bind(pool);
  Object.assign(pool, {
    query: async (config: pg.QueryArrayConfig, values: unknown[]) => {
      const result = await query(config, values);
      charColumns = result.fields.flatMap((field, index) =>
        field.dataTypeID === INTERNAL_CHAR ? [index] : [],
      );
      for (const index of charColumns) Object.assign(result.fields[index] ?? {}, { dataTypeID: TEXT });
      return result;
    },
  });
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  const connect = async (): Promise<SqlDriverAdapter> => {
    const connected = await adapter.connect();
    const queryRaw = connected.queryRaw.bind(connected);
    return Object.assign(connected, {
      queryRaw: async (...parameters: Parameters<typeof queryRaw>) => {
        const result = await queryRaw(...parameters);
        const columnTypes = result.columnTypes.map(
          (type, index): ColumnType => (charColumns.includes(index) ? ColumnTypeEnum.Character : type),
        );
        return { ...result, columnTypes };
      },
    });
  };
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connect,
    connectToShadowDb: connect,
  };
}
