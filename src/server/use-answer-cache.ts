import type { IncomingMessage } from 'node:http';
import { type ExecutionResult, getOperationAST, OperationTypeNode } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import type { Context } from '../../schema/index.ts';
import { viewerKey } from '../access/principal.ts';
import type { Entry } from '../memory/kept.ts';
import type { Scholion } from '../scholion.ts';
import { Answer, Answers } from './answers.ts';
import type { Authenticate } from './authenticate.ts';
import { isKnown } from './etag.ts';
import { originOf } from './origin.ts';
import type { Shortcuts } from './shortcuts.ts';
import type { RunAgain } from './use-compiled-operations.ts';

interface AnswerCacheOptions {
  scholion: Scholion;
  authenticate: Authenticate;
  publicUrl: string | null;
  /** About how much memory the answers may take, in bytes; 0 for keeping none. */
  maxBytes: number;
  /** Told of each request that is answered from memory. */
  onHit(request: Request, answer: Answer): void;
  shortcuts: Shortcuts | null;
  /** How to run once more what a request asked. */
  runOf(request: Request): RunAgain | null;
}

/** What Node has received, where a request came over HTTP. */
interface Incoming {
  req?: IncomingMessage;
}

/** What the answer to a query depends on beside the query. */
const VARY = 'Accept, Origin';

/**
 * Answers a query from memory that was answered before, for whoever may see the same, as long as nothing has changed of
 * what the answer depends on. The event log is looked at each time, so what another process changes counts as well.
 * Clients, and caches between, are told to ask each time, and told when what they have still holds.
 */
export function useAnswerCache(options: AnswerCacheOptions): Plugin<Context, Incoming> {
  const { scholion, authenticate, publicUrl, maxBytes, onHit, shortcuts, runOf } = options;
  const { feed } = scholion.memory;
  const answers = new Answers(feed.versions, maxBytes);
  const keys = new WeakMap<Request, string>();
  const answered = new WeakMap<Request, Entry<Answer>>();
  /** To which time the feed has caught up for a request for which something was kept that holds no more. */
  const times = new WeakMap<Request, number>();
  return {
    async onParams({ request, params, setResult, context: { req } }) {
      const key = keyOf(params, viewerKey(await authenticate(request)), originOf(request, publicUrl));
      keys.set(request, key);
      const caughtUp = req === undefined ? undefined : shortcuts?.timeOf(req);
      if (caughtUp === undefined && !answers.has(key)) return;
      times.set(request, caughtUp ?? (await feed.catchUp()));
      const entry = answers.get(key);
      if (entry === undefined) return;
      answered.set(request, entry);
      onHit(request, entry.value);
      setResult(asResult(entry.value));
    },
    async onExecute({ args: { document, operationName, contextValue } }) {
      const operation = getOperationAST(document, operationName);
      if (operation?.operation !== OperationTypeNode.QUERY) return undefined;
      const { request, reading } = contextValue;
      await reading.begin(times.get(request));
      return {
        onExecuteDone({ result, setResult }) {
          if (!isWhole(result)) return;
          const answer = new Answer(JSON.stringify(result), operation.name?.value ?? 'anonymous');
          const key = keys.get(request);
          const { time, dependencies } = reading;
          if (key !== undefined && time !== null) {
            const entry = { value: answer, time, dependencies };
            answers.set(key, entry);
            answered.set(request, entry);
          }
          setResult(asResult(answer));
        },
      };
    },
    async onResponse({ request, response, setResponse, fetchAPI, serverContext }) {
      if (new URL(request.url).pathname !== '/graphql' || response.headers.has('cache-control')) return;
      const entry = answered.get(request);
      if (entry === undefined || request.method !== 'GET' || response.status !== 200) {
        response.headers.set('cache-control', 'no-store');
        if (entry === undefined || serverContext.req === undefined) return;
        const viewer = viewerKey(await authenticate(request));
        // Without the body, and what else Yoga's own holds on to.
        const { url, method, headers } = request;
        const bare = new fetchAPI.Request(url, { method, headers });
        return shortcuts?.keep(serverContext.req, entry, {
          request: bare,
          response,
          viewer,
          run: runOf(request),
        });
      }
      const { value: answer } = entry;
      const { agentId } = await authenticate(request);
      response.headers.set('cache-control', `${agentId === null ? 'public' : 'private'}, no-cache`);
      response.headers.set('etag', answer.etag);
      response.headers.set('vary', VARY);
      if (!isKnown(request.headers.get('if-none-match'), answer.etag)) return;
      response.headers.delete('content-type');
      setResponse(new fetchAPI.Response(null, { status: 304, headers: response.headers }));
    },
  };
}

function keyOf({ query, variables, operationName }: GraphQLParams, viewer: string, origin: string): string {
  return JSON.stringify([viewer, origin, operationName ?? null, variables ?? null, query ?? null]);
}

/** Whether a query was answered, and nothing went wrong. */
function isWhole(result: unknown): result is ExecutionResult {
  return (
    typeof result === 'object' &&
    result !== null &&
    'data' in result &&
    !('errors' in result && result.errors !== undefined)
  );
}

/** A result that needs not be put into words again. */
function asResult({ text }: Answer) {
  return { data: {}, stringify: () => text };
}
