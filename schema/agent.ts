import type { Role as RoleName } from '../src/access/principal.ts';
import { AgentKind as AgentKinds } from '../src/store/generated/enums.ts';
import { builder } from './builder.ts';

const AgentKind = builder.enumType('AgentKind', {
  description: 'What an agent is.',
  values: Object.values(AgentKinds),
});

export const Agent = builder.prismaNode('Agent', {
  description: 'Who writes: a person, or a program.',
  id: { field: 'id' },
  nullable: true,
  fields: (t) => ({
    kind: t.expose('kind', { type: AgentKind, description: 'A person or a program.' }),
    name: t.exposeString('name', { description: 'As it is shown to others.' }),
  }),
});

const roles: readonly RoleName[] = ['READER', 'ANNOTATOR', 'EDITOR'];

const Role = builder.enumType('Role', {
  description: 'What somebody may do.',
  values: {
    READER: { description: 'Read what is public.' },
    ANNOTATOR: { description: 'Add annotations, and change their own.' },
    EDITOR: {
      description:
        'Import and revise documents, keep the registry of entities, review mentions, and delete or restore the annotations of others.',
    },
  } satisfies Record<RoleName, object>,
});

const Viewer = builder.objectRef<object>('Viewer').implement({
  description: 'Who is asking.',
  fields: (t) => ({
    agent: t.field({
      type: Agent,
      nullable: true,
      description: 'As whom what you write is signed; null when you are not known.',
      resolve: (_viewer, _args, { principal, loaders }) =>
        principal.agentId === null ? null : loaders.agent.read(principal.agentId),
    }),
    roles: t.field({
      type: [Role],
      description: 'What you may do.',
      resolve: (_viewer, _args, { principal }) => roles.filter((role) => principal.roles.has(role)),
    }),
  }),
});

builder.queryField('viewer', (t) => t.field({ type: Viewer, description: 'You.', resolve: () => ({}) }));
