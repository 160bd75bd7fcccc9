import { getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';

interface Seen {
  startedAt: number;
  operation?: string;
  type?: string;
  errors?: string[];
  /** Whether the answer was kept from an earlier request. */
  kept?: true;
}

/** Logs requests, and is told of those that are answered from memory. */
interface RequestLog {
  plugin: Plugin;
  noteHit(request: Request, answer: { operation: string }): void;
}

/**
 * Logs one line a request: the operation's name and type, its status, how long it took in milliseconds, and the codes
 * of its errors. Never what was asked or answered: texts may be confidential.
 */
export function useRequestLog(log: Logger): RequestLog {
  const seen = new WeakMap<Request, Seen>();
  const plugin: Plugin = {
    onRequest({ request }) {
      seen.set(request, { startedAt: performance.now() });
    },
    onExecute({ args }) {
      const about = seen.get(args.contextValue.request);
      if (about === undefined) return;
      const operation = getOperationAST(args.document, args.operationName);
      about.operation = operation?.name?.value ?? 'anonymous';
      about.type = operation?.operation ?? 'unknown';
    },
    onResultProcess({ request, result }) {
      const about = seen.get(request);
      if (
        about === undefined ||
        Array.isArray(result) ||
        !('errors' in result) ||
        result.errors === undefined
      )
        return;
      about.errors = result.errors.map((error) => String(error.extensions?.code ?? 'GRAPHQL_ERROR'));
    },
    onResponse({ request, response }) {
      const { startedAt, ...about } = seen.get(request) ?? { startedAt: performance.now() };
      const { pathname } = new URL(request.url);
      const duration = Math.round((performance.now() - startedAt) * 10) / 10;
      const level = pathname === '/health' || pathname === '/ready' ? 'debug' : 'info';
      log[level](
        { method: request.method, path: pathname, ...about, status: response.status, duration },
        'request',
      );
    },
  };
  return {
    plugin,
    noteHit(request, { operation }) {
      Object.assign(seen.get(request) ?? {}, { operation, type: 'query', kept: true });
    },
  };
}
