import { AuthorityInput } from './authority.ts';
import { builder } from './builder.ts';
import { Entity } from './entity.ts';
import { found } from './found.ts';
import { idOfType } from './global-id.ts';

const EntityBy = builder.inputType('EntityBy', {
  isOneOf: true,
  description: 'One way to name an entity. What was merged into it names it too.',
  fields: (t) => ({
    id: t.id({ description: 'By its id.' }),
    slug: t.string({ description: 'By its slug.' }),
    authority: t.field({ type: AuthorityInput, description: 'By its number in a registry of the world.' }),
  }),
});

builder.queryField('entity', (t) =>
  t.field({
    type: Entity,
    nullable: true,
    description: 'The entity named, or null.',
    args: { by: t.arg({ type: EntityBy, required: true, description: 'Which one.' }) },
    resolve: (_root, { by }, { loaders }) => {
      if (typeof by.id === 'string') return loaders.entity.read(idOfType(by.id, ['Entity'], 'by.id'));
      if (typeof by.slug === 'string') return loaders.entityBy.read({ slug: by.slug });
      return loaders.entityBy.read({ authority: found(by.authority) });
    },
  }),
);
