import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { viewerKey } from '../access/principal.ts';
import type { ChangeFeed } from '../memory/change-feed.ts';
import { type Entry, Kept } from '../memory/kept.ts';
import type { Answer } from './answers.ts';
import type { Authenticate } from './authenticate.ts';

/** What was sent, and to whom. */
interface Sent {
  headers: Record<string, string>;
  body: Buffer;
  operation: string;
  /** The request that it was sent for; one that is answered the same has the same headers. */
  request: Request;
  viewer: string;
}

interface ShortcutsOptions {
  feed: ChangeFeed;
  authenticate: Authenticate;
  log: Logger;
  /** About how much memory they may take, in bytes; 0 for none. */
  maxBytes: number;
}

/**
 * Sends an answer that is kept to a request that is the same as an earlier one, header by header and byte by byte, without
 * reading what it asks.
 */
export class Shortcuts {
  readonly #options: ShortcutsOptions;
  readonly #sent: Kept<Sent>;
  readonly #keys = new WeakMap<IncomingMessage, string>();
  readonly #times = new WeakMap<IncomingMessage, number>();

  constructor(options: ShortcutsOptions) {
    this.#options = options;
    this.#sent = new Kept(options.feed.versions, options.maxBytes, ({ body }) => body.length);
  }

  /** Answers a request whose body was read, if it can. */
  async answer(request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<boolean> {
    const startedAt = performance.now();
    const key = `${request.url} ${request.rawHeaders.join('\n')} ${body.toString('latin1')}`;
    this.#keys.set(request, key);
    if (!this.#sent.has(key)) return false;
    const { feed, authenticate, log } = this.#options;
    this.#times.set(request, await feed.catchUp());
    const sent = this.#sent.get(key)?.value;
    if (sent === undefined || viewerKey(await authenticate(sent.request)) !== sent.viewer) return false;
    response.writeHead(200, sent.headers).end(sent.body);
    const duration = Math.round((performance.now() - startedAt) * 10) / 10;
    const about = { operation: sent.operation, type: 'query', kept: true, status: 200, duration };
    log.info({ method: request.method, path: '/graphql', ...about }, 'request');
    return true;
  }

  /** To which time the feed has caught up for a request that could not be answered; undefined where nothing was kept. */
  timeOf(request: IncomingMessage): number | undefined {
    return this.#times.get(request);
  }

  /** Keeps what is being sent for a request that `answer` has seen. */
  keep(
    incoming: IncomingMessage,
    { value: answer, ...holds }: Entry<Answer>,
    sent: { request: Request; response: Response; viewer: string },
  ): void {
    const key = this.#keys.get(incoming);
    if (key === undefined || sent.response.status !== 200) return;
    const body = Buffer.from(answer.text);
    const headers = { ...Object.fromEntries(sent.response.headers), 'content-length': `${body.length}` };
    const { request, viewer } = sent;
    this.#sent.set(key, { ...holds, value: { headers, body, operation: answer.operation, request, viewer } });
  }
}
