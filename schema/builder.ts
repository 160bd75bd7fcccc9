import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import ErrorsPlugin from '@pothos/plugin-errors';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin, { type AuthFailure } from '@pothos/plugin-scope-auth';
import ValidationPlugin from '@pothos/plugin-validation';
import { holdsRole, lacksRole } from '../src/access/not-allowed.ts';
import type { Role } from '../src/access/principal.ts';
import { InputInvalid } from '../src/problem.ts';
import type PrismaTypes from '../src/store/generated/pothos-types.ts';
import { getDatamodel } from '../src/store/generated/pothos-types.ts';
import { boundedList } from './bounded-list.ts';
import type { Context } from './context.ts';
import { complexityError, fieldComplexity, queryLimits } from './cost.ts';
import { decodeGlobalId, encodeGlobalId } from './global-id.ts';
import IdsAtOncePlugin from './ids-at-once.ts';
import RefusedLaterPlugin from './refused-later.ts';

export type Scalars = {
  DateTime: { Input: Date; Output: Date };
  URL: { Input: string; Output: string };
  LanguageTag: { Input: string; Output: string };
  EDTF: { Input: string; Output: string };
  ID: { Input: string; Output: string };
};

function needsEditor(failure: AuthFailure): boolean {
  return 'failures' in failure
    ? failure.failures.some(needsEditor)
    : 'parameter' in failure && failure.parameter === 'EDITOR';
}

export const builder = new SchemaBuilder<{
  Context: Context;
  PrismaTypes: PrismaTypes;
  Scalars: Scalars;
  AuthScopes: { role: Role };
  DefaultFieldNullability: false;
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
}>({
  // The errors plugin comes first, so that it sees what the others throw.
  plugins: [
    ErrorsPlugin,
    ScopeAuthPlugin,
    PrismaPlugin,
    RelayPlugin,
    ValidationPlugin,
    ComplexityPlugin,
    IdsAtOncePlugin,
    RefusedLaterPlugin,
  ],
  defaultFieldNullability: false,
  errors: { unsafelyHandleInputErrors: true },
  scopeAuth: {
    authScopes: ({ principal }) => ({ role: (role) => holdsRole(principal, role) }),
    unauthorizedError: (_parent, { principal }, _info, { failure }) =>
      lacksRole(principal, needsEditor(failure) ? 'EDITOR' : 'ANNOTATOR'),
  },
  prisma: {
    client: (context) => context.scholion.store.prisma,
    dmmf: getDatamodel(),
    filterConnectionTotalCount: true,
    onUnusedQuery: 'error',
  },
  relay: {
    cursorType: 'String',
    encodeGlobalID: encodeGlobalId,
    decodeGlobalID: decodeGlobalId,
    edgesFieldOptions: { nullable: false },
    nodeFieldOptions: { nullable: false },
    nodeTypeOptions: { description: 'An object with an id of its own, by which `node` finds it again.' },
    pageInfoTypeOptions: { description: 'Where a page stands in its list.' },
    nodeQueryOptions: { description: 'The object with this id, or null.' },
    nodesQueryOptions: {
      description: 'The objects with these ids, in their order, null where there is none.',
      args: { ids: { validate: boundedList('ids') } },
    },
  },
  validation: {
    validationError: (failure) => new InputInvalid(failure.issues[0]?.message ?? 'The input is not valid.'),
  },
  complexity: { limit: queryLimits, fieldComplexity, complexityError },
});

builder.queryType({ description: 'What can be asked.' });
builder.mutationType({
  description: 'What can be changed. Each answers what became of it, or a typed error.',
});
