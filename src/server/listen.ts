import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { authenticateLocal, isLoopback } from './authenticate.ts';
import { ServerProblem } from './problem.ts';
import { createScholionYoga, type YogaOptions } from './yoga.ts';

/** How large the body of a request may be, in bytes: room for the largest document with its JSON escapes. */
export const BODY_LIMIT = 24 * 1024 * 1024;

/** How long, in milliseconds, requests in flight may take when the server stops. */
const SHUTDOWN_LIMIT = 30_000;

export interface ServeOptions extends Omit<YogaOptions, 'authenticate'> {
  host: string;
  /** 0 for any free one. */
  port: number;
}

export interface RunningServer {
  /** Where browsers and clients reach it. */
  url: string;
  /** Takes no more requests and resolves when those in flight are answered. */
  close(): Promise<void>;
}

/**
 * Serves GraphQL over HTTP.
 * @throws ServerProblem when the address cannot be listened on.
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { host, port, scholion, log, allowedOrigins } = options;
  const authenticate = authenticateLocal(scholion.localAgentId, host, allowedOrigins);
  const yoga = createScholionYoga({ scholion, log, allowedOrigins, authenticate });
  const server = createServer((request, response) => {
    if (!refuseBody(request, response) && !redirectRoot(request, response)) yoga(request, response);
  });
  await listen(server, host, port, log);
  const address = server.address() as AddressInfo;
  const shown = isLoopback(host)
    ? 'localhost'
    : address.family === 'IPv6'
      ? `[${address.address}]`
      : address.address;
  return { url: `http://${shown}:${address.port}`, close: () => close(server) };
}

async function listen(server: Server, host: string, port: number, log: Logger): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
  } catch (error) {
    throw ServerProblem.cannotListen(host, port, error);
  }
  server.on('error', (error) => log.error({ err: error }, 'server'));
}

async function close(server: Server): Promise<void> {
  const force = setTimeout(() => server.closeAllConnections(), SHUTDOWN_LIMIT);
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeIdleConnections();
  });
  clearTimeout(force);
}

/** Refuses a body that is too large, or of unknown size, before it is read. */
function refuseBody(request: IncomingMessage, response: ServerResponse): boolean {
  const length = request.headers['content-length'];
  if (length === undefined && request.headers['transfer-encoding'] !== undefined)
    return answer(
      response,
      411,
      'LENGTH_REQUIRED',
      'The size of the body is not known; send it with Content-Length.',
    );
  if (length === undefined || Number(length) <= BODY_LIMIT) return false;
  const limit = BODY_LIMIT / 1024 / 1024;
  return answer(
    response,
    413,
    'BODY_TOO_LARGE',
    `The body is larger than ${limit} MiB; send it in several requests.`,
  );
}

function answer(response: ServerResponse, status: number, code: string, message: string): true {
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', connection: 'close' })
    .end(body);
  return true;
}

function redirectRoot(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.url !== '/' || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
  response.writeHead(302, { location: '/graphql' }).end();
  return true;
}
