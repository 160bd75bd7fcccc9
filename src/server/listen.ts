import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { ANSWER_BYTES } from './answers.ts';
import { authenticateLocal, isLoopback } from './authenticate.ts';
import { isHost } from './origin.ts';
import { ServerProblem } from './problem.ts';
import { Shortcuts } from './shortcuts.ts';
import { readSmallBody } from './small-body.ts';
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
  const { host, port, answerBytes = ANSWER_BYTES, ...rest } = options;
  const { scholion, log, allowedOrigins, publicUrl = null } = options;
  const authenticate = authenticateLocal(scholion.localAgentId, host, allowedOrigins);
  // Half of the room is for answers by what is asked, half for what is sent for the very same bytes.
  const maxBytes = answerBytes / 2;
  const shortcuts = new Shortcuts({ scholion, authenticate, publicUrl, log, maxBytes });
  const yoga = createScholionYoga({ ...rest, authenticate, shortcuts, answerBytes: maxBytes });
  const server = createServer(async (request, response) => {
    if (refuseHost(request, response, log) || refuseBody(request, response, log)) return;
    if (redirectRoot(request, response)) return;
    const body = await readSmallBody(request);
    if (body !== null && (await shortcuts.answer(request, body, response).catch(() => false))) return;
    // Yoga takes a body that was read already from there.
    yoga(body === null ? request : Object.assign(request, { body }), response);
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

/**
 * Makes sure that an address can be listened on, before anything else is started.
 * @throws ServerProblem
 */
export async function requireFreeAddress(host: string, port: number): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject);
      probe.listen(port, host, resolve);
    });
  } catch (error) {
    throw ServerProblem.cannotListen(host, port, error);
  }
  await new Promise((resolve) => probe.close(resolve));
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
  // A connection whose request was just answered would stay open for the next one.
  const sweep = setInterval(() => server.closeIdleConnections(), 100);
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeIdleConnections();
  });
  clearTimeout(force);
  clearInterval(sweep);
}

/** Refuses a body that is too large, or of unknown size, before it is read. */
function refuseBody(request: IncomingMessage, response: ServerResponse, log: Logger): boolean {
  const length = request.headers['content-length'];
  const isUnknown = length === undefined && request.headers['transfer-encoding'] !== undefined;
  if (!isUnknown && Number(length ?? 0) <= BODY_LIMIT) return false;
  const status = isUnknown ? 411 : 413;
  const code = isUnknown ? 'LENGTH_REQUIRED' : 'BODY_TOO_LARGE';
  const message = isUnknown
    ? 'The size of the body is not known; send it with Content-Length.'
    : `The body is larger than ${BODY_LIMIT / 1024 / 1024} MiB; send it in several requests.`;
  refuse(request, response, log, { status, code, message });
  return true;
}

/** Refuses a host that is none: addresses are made of it. */
function refuseHost(request: IncomingMessage, response: ServerResponse, log: Logger): boolean {
  const { host } = request.headers;
  if (host === undefined || isHost(host)) return false;
  const message = 'The header Host names no host; send one such as localhost:4000.';
  refuse(request, response, log, { status: 400, code: 'HOST_INVALID', message });
  return true;
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  log: Logger,
  { status, code, message }: { status: number; code: string; message: string },
): void {
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  const headers = { 'content-type': 'application/json; charset=utf-8', connection: 'close' };
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
  const path = request.url?.split('?')[0];
  log.info({ method: request.method, path, errors: [code], status, duration: 0 }, 'request');
}

function redirectRoot(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.url !== '/' || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
  response.writeHead(302, { location: '/graphql' }).end();
  return true;
}
