import SchemaBuilder, { BasePlugin, type SchemaTypes } from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';

const PLUGIN = 'refusedLater';

declare global {
  namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      refusedLater: RefusedLater<Types>;
    }
  }
}

/**
 * Refuses by a promise what a resolver refuses at once. An executor that is thrown at in the middle of a list leaves behind
 * what the items before wait for, and when one of those is refused later nobody hears it, which ends the process.
 */
class RefusedLater<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolver: GraphQLFieldResolver<unknown, Types['Context'], object>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    return (parent, args, context, info) => {
      try {
        return resolver(parent, args, context, info);
      } catch (error) {
        return Promise.reject(error);
      }
    };
  }
}

SchemaBuilder.registerPlugin(PLUGIN, RefusedLater);

export default PLUGIN;
