import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { createContext } from '../../schema/index.ts';
import { viewerKey } from '../access/principal.ts';
import { type Entry, Kept } from '../memory/kept.ts';
import type { Scholion } from '../scholion.ts';
import type { Answer } from './answers.ts';
import type { Authenticate } from './authenticate.ts';
import { originOf } from './origin.ts';
import type { RunAgain } from './use-compiled-operations.ts';
import { utf8Of } from './utf8.ts';

/** A request that was answered, and all that is needed to answer it again but for the body. */
interface Asked {
  headers: Record<string, string>;
  operation: string;
  /** Who it came from, and to which address, is told by this. */
  request: Request;
  viewer: string;
  run: RunAgain | null;
}

interface ShortcutsOptions {
  scholion: Scholion;
  authenticate: Authenticate;
  publicUrl: string | null;
  log: Logger;
  /** About how much memory answers may take, in bytes; 0 for keeping none. */
  maxBytes: number;
}

/** About how much memory may be taken by what was asked, in bytes, and what one takes beside its key. */
const ASKED_BYTES = 16 * 1024 * 1024;
const BYTES_EACH = 4 * 1024;
const BYTES_A_CHARACTER = 8;

/**
 * Answers a request that is the same as an earlier one, header by header and byte by byte, without reading what it asks:
 * with what is kept, or by running the query again where it is compiled.
 */
export class Shortcuts {
  readonly #options: ShortcutsOptions;
  readonly #sent: Kept<Buffer>;
  readonly #asked = new LRUCache<string, Asked>({
    maxSize: ASKED_BYTES,
    sizeCalculation: (_asked, key) => BYTES_EACH + BYTES_A_CHARACTER * key.length,
  });
  readonly #keys = new WeakMap<IncomingMessage, string>();
  readonly #times = new WeakMap<IncomingMessage, number>();

  constructor(options: ShortcutsOptions) {
    this.#options = options;
    this.#sent = new Kept(options.scholion.memory.feed.versions, options.maxBytes, (body) => body.length);
  }

  /** Answers a request whose body was read, if it can. */
  async answer(incoming: IncomingMessage, body: Buffer, response: ServerResponse): Promise<boolean> {
    const startedAt = performance.now();
    const key = `${incoming.url} ${incoming.rawHeaders.join('\n')} ${body.toString('latin1')}`;
    this.#keys.set(incoming, key);
    const asked = this.#asked.get(key);
    if (asked === undefined || (asked.run === null && !this.#sent.has(key))) return false;
    const { scholion, authenticate, log } = this.#options;
    const time = await scholion.memory.feed.catchUp();
    this.#times.set(incoming, time);
    const principal = await authenticate(asked.request);
    if (viewerKey(principal) !== asked.viewer) return false;
    const kept = this.#sent.get(key)?.value;
    const sent = kept ?? (await this.#run(key, asked, principal, time));
    if (sent === null) {
      // It is told by the usual way, and shall not be tried twice each time.
      asked.run = null;
      return false;
    }
    response.writeHead(200, { ...asked.headers, 'content-length': sent.length }).end(sent);
    const duration = Math.round((performance.now() - startedAt) * 10) / 10;
    const about = {
      operation: asked.operation,
      type: 'query',
      ...(kept === undefined ? {} : { kept: true }),
    };
    log.info({ method: incoming.method, path: '/graphql', ...about, status: 200, duration }, 'request');
    return true;
  }

  /** To which time the feed has caught up for a request that could not be answered; undefined where nothing was known. */
  timeOf(incoming: IncomingMessage): number | undefined {
    return this.#times.get(incoming);
  }

  /**
   * Keeps what is being sent for a request that `answer` has seen.
   * @param sent the request with its headers and no body.
   */
  keep(
    incoming: IncomingMessage,
    { value: answer, ...holds }: Entry<Answer>,
    sent: { request: Request; response: Response; viewer: string; run: RunAgain | null },
  ): void {
    const key = this.#keys.get(incoming);
    if (key === undefined || sent.response.status !== 200) return;
    const { request, response, viewer } = sent;
    // What is answered from memory has not been run.
    const run = sent.run ?? this.#asked.get(key)?.run ?? null;
    const headers = Object.fromEntries(response.headers);
    this.#asked.set(key, { headers, operation: answer.operation, request, viewer, run });
    this.#sent.set(key, { ...holds, value: utf8Of(answer.text) });
  }

  /** Runs a query again. @returns the body; null where something went wrong, which is then told by the usual way. */
  async #run(
    key: string,
    { run, request }: Asked,
    principal: Parameters<typeof viewerKey>[0],
    now: number,
  ): Promise<Buffer | null> {
    if (run === null) return null;
    const { scholion, publicUrl } = this.#options;
    const context = createContext(scholion, principal, originOf(request, publicUrl));
    const { reading } = context;
    await reading.begin(now);
    const result = await run(context);
    if (result === null || result.errors !== undefined) return null;
    const body = utf8Of(JSON.stringify(result));
    const { time, dependencies } = reading;
    if (time !== null) this.#sent.set(key, { value: body, time, dependencies });
    return body;
  }
}
