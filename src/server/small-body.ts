import type { IncomingMessage } from 'node:http';

/** How large a body may be to be read before anything else is done with its request, in bytes. */
const SMALL = 16 * 1024;

/**
 * Reads the body of a request that posts a small one.
 * @returns null where it is none such, and nothing was read of it; or where the client has gone away.
 */
export async function readSmallBody(request: IncomingMessage): Promise<Buffer | null> {
  const length = Number(request.headers['content-length']);
  if (request.method !== 'POST' || !(length <= SMALL)) return null;
  return await new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('close', () => resolve(null));
  });
}
