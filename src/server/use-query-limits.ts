import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** What the text of one query may hold. The schema bounds its depth and its cost. */
export const queryTextLimits = { tokens: 4_000, aliases: 50 };

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
  };
}

function refuse(code: string, fault: string): () => never {
  return () => {
    throw new GraphQLError(`The query ${fault}.`, { extensions: { code } });
  };
}
