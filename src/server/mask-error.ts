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

/** Prisma's codes for a database that cannot be reached, or does not answer in time. */
const UNAVAILABLE = /^(P1\d{3}|P2024|P2028)$/;

/** What PostgreSQL (classes 08, 28, 57P and 3D of its SQLSTATE) and Node say of the same, where a statement goes without Prisma. */
const UNREACHABLE =
  /^(08\w{3}|28\w{3}|57P\w{2}|3D000|53300|ECONN\w+|EHOST\w+|ENET\w+|EAI_AGAIN|ENOENT|ENOTFOUND|EPIPE|ETIMEDOUT)$/;
const TERMINATED = /^(Connection terminated|timeout exceeded when trying to connect)/;

function isUnavailable(cause: unknown): boolean {
  if (cause instanceof Error && TERMINATED.test(cause.message)) return true;
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return false;
  const code = String(cause.code);
  return UNAVAILABLE.test(code) || UNREACHABLE.test(code);
}

function fault(log: Logger, error: unknown, cause: unknown): GraphQLError {
  const id = newId();
  const path = error instanceof GraphQLError ? error.path?.join('.') : undefined;
  log.error({ id, path, err: cause }, 'fault');
  const message = isUnavailable(cause)
    ? `The database does not answer at the moment; try again later. The log has the cause under ${id}.`
    : `Something went wrong on the server; its operator finds the cause in the log under ${id}.`;
  const code = isUnavailable(cause) ? 'DATABASE_UNAVAILABLE' : 'INTERNAL_SERVER_ERROR';
  return new GraphQLError(message, {
    ...(error instanceof GraphQLError ? { nodes: error.nodes, path: error.path } : {}),
    extensions: { code, id },
  });
}
