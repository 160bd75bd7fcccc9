import { AuthorityTaken, EntityConflict } from '../src/entities/registry/problems.ts';
import { builder } from './builder.ts';
import { Entity } from './entity.ts';
import { ErrorInterface } from './error.ts';

builder.objectType(EntityConflict, {
  name: 'EntityConflict',
  description: 'The entity was changed since you read it.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    current: t.field({
      type: Entity,
      description: 'The entity as it is now.',
      resolve: ({ current }) => current,
    }),
  }),
});

builder.objectType(AuthorityTaken, {
  name: 'AuthorityTaken',
  description: 'Another entity has the number of a registry already.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    entity: t.field({ type: Entity, description: 'The one that has it.', resolve: ({ entity }) => entity }),
  }),
});
