import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/store/database.ts';

const unreachable = (reason: string) => ({
  code: 'DATABASE_UNREACHABLE',
  message: `The database at DATABASE_URL cannot be reached (${reason}); check that the server runs and that DATABASE_URL reads like postgresql://user:password@host:5432/name.`,
});

describe('a database URL', () => {
  it.each([
    ['what is none', 'texts', 'it is not a URL'],
    ['another protocol', 'mysql://localhost/texts', 'it starts with mysql://'],
    ['a port that nobody listens on', 'postgresql://127.0.0.1:1/texts', 'connect ECONNREFUSED 127.0.0.1:1'],
    ['an unknown host', 'postgresql://texts.invalid/texts', 'getaddrinfo ENOTFOUND texts.invalid'],
  ])('is refused in one sentence when it is %s', async (_what, url, reason) => {
    await expect(openDatabase({ kind: 'server', url })).rejects.toMatchObject(unreachable(reason));
  });

  it('is refused without giving its password away', async () => {
    const url = 'postgresql://me:s3cret@127.0.0.1:1/texts';
    await expect(openDatabase({ kind: 'server', url })).rejects.not.toThrow(/s3cret/);
  });
});
