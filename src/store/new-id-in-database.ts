import { Prisma } from './generated/client.ts';

/**
 * An expression that makes a UUID of version 7 for each row, as `newId` does: 48 bits of Unix time in milliseconds, then
 * random ones, with the bits of version and variant set (RFC 9562, section 5.7). PostgreSQL has a function for it
 * only from 18 on.
 */
export const newIdInDatabase = Prisma.sql`encode(
  set_bit(set_bit(
    overlay(uuid_send(gen_random_uuid()) PLACING
      substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
    52, 1), 53, 1), 'hex')::uuid`;
