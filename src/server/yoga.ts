import { createYoga, useReadinessCheck } from 'graphql-yoga';
import type { Logger } from 'pino';
import { createContext, schema } from '../../schema/index.ts';
import type { Scholion } from '../scholion.ts';
import { ANSWER_BYTES } from './answers.ts';
import { type Authenticate, authenticateOnce, mayUse } from './authenticate.ts';
import { exampleTabs } from './example-queries.ts';
import { createErrorMask } from './mask-error.ts';
import { originOf } from './origin.ts';
import { usePassagePages } from './passage-page/use-passage-pages.ts';
import type { Shortcuts } from './shortcuts.ts';
import { useAnswerCache } from './use-answer-cache.ts';
import { useCompiledOperations } from './use-compiled-operations.ts';
import { useQueryLimits } from './use-query-limits.ts';
import { useRequestLog } from './use-request-log.ts';
import { useStorableText } from './use-storable-text.ts';

export interface YogaOptions {
  scholion: Scholion;
  authenticate: Authenticate;
  log: Logger;
  /** Origins beside those of this machine whose pages may use the server from a browser; `*` for all. */
  allowedOrigins: readonly string[];
  /** The address under which others reach the server, as `readPublicUrl` gives it; null for the host that they ask. */
  publicUrl?: string | null;
  /** About how much memory whole answers may take, in bytes; 0 for keeping none. */
  answerBytes?: number;
  /** Where what is sent is kept for requests that are the same byte by byte. */
  shortcuts?: Shortcuts | null;
}

/** The service as a handler of HTTP requests: GraphQL at `/graphql`, pages at `/passages/`, `/health` and `/ready`. */
export function createScholionYoga({
  scholion,
  authenticate: authenticateAnew,
  log,
  allowedOrigins,
  publicUrl = null,
  answerBytes = ANSWER_BYTES,
  shortcuts = null,
}: YogaOptions) {
  const authenticate = authenticateOnce(authenticateAnew);
  const maskError = createErrorMask(log);
  const requestLog = useRequestLog(log);
  const compiled = useCompiledOperations();
  return createYoga({
    schema,
    context: async ({ request }) =>
      createContext(scholion, await authenticate(request), originOf(request, publicUrl)),
    graphqlEndpoint: '/graphql',
    healthCheckEndpoint: '/health',
    landingPage: false,
    multipart: false,
    batching: false,
    // What listens bounds it by the length that a request declares.
    maxRequestBodySize: false,
    logging: { debug: () => undefined, info: () => undefined, warn: warn(log), error: warn(log) },
    maskedErrors: { maskError },
    cors: (request) => {
      const origin = request.headers.get('origin');
      return origin !== null && mayUse(origin, allowedOrigins) ? { origin: [origin], maxAge: 600 } : false;
    },
    graphiql: async () => ({ title: 'Scholion', defaultTabs: await exampleTabs(scholion) }),
    // The page is large, and loaded when somebody opens it first.
    renderGraphiQL: async (options) =>
      (await import('@graphql-yoga/render-graphiql')).renderGraphiQL(options),
    plugins: [
      // First, so that the log tells the status that this gives a response.
      useAnswerCache({
        scholion,
        authenticate,
        publicUrl,
        maxBytes: answerBytes,
        onHit: requestLog.noteHit,
        shortcuts,
        runOf: compiled.runOf,
      }),
      requestLog.plugin,
      useReadinessCheck({ endpoint: '/ready', check: () => databaseAnswers(scholion) }),
      usePassagePages({ scholion, authenticate, publicUrl, maskError }),
      useQueryLimits(),
      useStorableText(),
      compiled.plugin,
    ],
  });
}

/** Logs what Yoga has to say, but for errors: those of clients quote what they sent, and faults are logged with their id. */
function warn(log: Logger): (...parts: unknown[]) => void {
  return (...parts) => {
    const words = parts.filter((part) => !(part instanceof Error));
    if (words.length > 0) log.warn(words.map(String).join(' '));
  };
}

async function databaseAnswers({ store }: Scholion): Promise<boolean> {
  try {
    await store.prisma.$queryRaw`SELECT 1`;
    return true;
  } catch {
    return false;
  }
}
