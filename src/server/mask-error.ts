import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { Problem } from '../problem.ts';
import { newId } from '../store/new-id.ts';

/**
 * Makes what an operation threw fit for its client. Problems and malformed requests keep their message and get a
 * code. Whatever else went wrong is the server's fault: it is logged under an id, and the client sees only that id.
 */
export function createErrorMask(log: Logger): (error: unknown) => GraphQLError {
  return (error) => {
    const cause = causeOf(error);
    if (cause instanceof Problem) {
      const code = cause.code;
      return error instanceof GraphQLError
        ? withCode(error, code)
        : new GraphQLError(cause.message, { extensions: { code } });
    }
    if (error instanceof GraphQLError && cause instanceof GraphQLError)
      return error.extensions.code === undefined ? withCode(error, 'GRAPHQL_VALIDATION_FAILED') : error;
    return fault(log, error, cause);
  };
}

/** What was thrown at first: GraphQL wraps errors, those of scalars twice. */
function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError !== undefined
    ? causeOf(error.originalError)
    : error;
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes, source, positions, path, extensions } = error;
  return new GraphQLError(message, { nodes, source, positions, path, extensions: { ...extensions, code } });
}

function fault(log: Logger, error: unknown, cause: unknown): GraphQLError {
  const id = newId();
  const path = error instanceof GraphQLError ? error.path?.join('.') : undefined;
  log.error({ id, path, err: cause }, 'fault');
  return new GraphQLError(
    `Something went wrong on the server; its operator finds the cause in the log under ${id}.`,
    {
      ...(error instanceof GraphQLError ? { nodes: error.nodes, path: error.path } : {}),
      extensions: { code: 'INTERNAL_SERVER_ERROR', id },
    },
  );
}
