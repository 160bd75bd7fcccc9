import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { serve } from '../../src/server/listen.ts';
import { useServer } from '../support/server.ts';

const server = useServer({ sample: false });

const listening = (host: string, port: number) =>
  serve({ scholion: server().scholion, log: pino({ level: 'silent' }), host, port, allowedOrigins: [] });

describe('an address that cannot be listened on', () => {
  it('is one that is in use', async () => {
    const port = Number(new URL(server().running.url).port);
    await expect(listening('127.0.0.1', port)).rejects.toMatchObject({
      code: 'CANNOT_LISTEN',
      message: `The address 127.0.0.1:${port} is in use by another program; stop that or choose another port with --port.`,
    });
  });

  it('is one of another machine', async () => {
    await expect(listening('203.0.113.7', 0)).rejects.toMatchObject({
      code: 'CANNOT_LISTEN',
      message: 'The address 203.0.113.7:0 is not one of this machine; choose another with --host.',
    });
  });

  it('is an unknown name', async () => {
    await expect(listening('no-such-host.invalid', 0)).rejects.toMatchObject({
      code: 'CANNOT_LISTEN',
      message: expect.stringMatching(/^The address no-such-host\.invalid:0 [^\n]+\.$/),
    });
  });
});
