import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';
import { encodeGlobalId } from './global-id.ts';
import { nodeTypes } from './node-types.ts';

const PLUGIN = 'idsAtOnce';

declare global {
  namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      idsAtOnce: IdsAtOnce<Types>;
    }
  }
}

/** The models of these types hold the row together with what it is seen from. */
const rowIn: Record<string, string> = { Annotation: 'annotation', Citation: 'citation', Mention: 'mention' };

/**
 * Answers the ids of nodes at once. The Relay plugin answers each by a promise, and an object that waits for one makes the
 * whole list wait that it is in.
 */
class IdsAtOnce<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolver: GraphQLFieldResolver<unknown, Types['Context'], object>,
    { name, parentType }: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    if (name !== 'id' || !nodeTypes.includes(parentType)) return resolver;
    const row = rowIn[parentType];
    return (model, args, context, info) => {
      const id = partOf(row === undefined ? model : partOf(model, row), 'id');
      return typeof id === 'string' ? encodeGlobalId(parentType, id) : resolver(model, args, context, info);
    };
  }
}

function partOf(whole: unknown, name: string): unknown {
  return typeof whole === 'object' && whole !== null ? Reflect.get(whole, name) : undefined;
}

SchemaBuilder.registerPlugin(PLUGIN, IdsAtOnce);

export default PLUGIN;
