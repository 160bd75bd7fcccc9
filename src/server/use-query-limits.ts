import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** What the text of one query may hold. The schema bounds its depth and its cost. */
export const queryTextLimits = { tokens: 4_000, aliases: 50 };

/** What graphql-js says when a query has so many fields of one name that comparing them would take too long. */
const TOO_MANY_TO_COMPARE = 'Validation aborted.';

/** The schema bounds an operation as a whole, and says so at each of its fields at the top. */
const BOUNDED_BY_SCHEMA = new Set(['QUERY_TOO_DEEP', 'QUERY_TOO_BROAD', 'QUERY_TOO_COSTLY']);

/** Refuses queries that would be costly to read or check. */
export function useQueryLimits(): Plugin {
  const { tokens, aliases } = queryTextLimits;
  return {
    onPluginInit({ addPlugin }) {
      addPlugin(
        maxTokensPlugin({
          n: tokens,
          propagateOnRejection: false,
          onReject: [
            refuse('QUERY_TOO_LONG', `has more than ${tokens} tokens; send values as variables or split it`),
          ],
        }),
      );
      addPlugin(
        maxAliasesPlugin({
          n: aliases,
          propagateOnRejection: false,
          onReject: [refuse('QUERY_TOO_MANY_ALIASES', `has more than ${aliases} aliases; split it`)],
        }),
      );
    },
    onValidate() {
      return ({ result, setResult }) => {
        if (result.some(({ message }) => message === TOO_MANY_TO_COMPARE))
          setResult([refusal('QUERY_TOO_BROAD', 'repeats fields too often; select each of them once')]);
      };
    },
    onResultProcess({ result, setResult }) {
      if (Array.isArray(result) || !('errors' in result)) return;
      const refused = result.errors?.find(({ extensions }) =>
        BOUNDED_BY_SCHEMA.has(String(extensions?.code)),
      );
      if (refused === undefined) return;
      const { message, extensions } = refused;
      setResult({ errors: [new GraphQLError(message, { extensions })] });
    },
  };
}

function refusal(code: string, fault: string): GraphQLError {
  return new GraphQLError(`The query ${fault}.`, { extensions: { code } });
}

function refuse(code: string, fault: string): () => never {
  return () => {
    throw refusal(code, fault);
  };
}
