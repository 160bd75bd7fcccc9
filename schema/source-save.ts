import { NotAllowed } from '../src/access/not-allowed.ts';
import type { SourceCreator as SourceCreatorModel } from '../src/citations/source.ts';
import { sourceLimits } from '../src/citations/sources/limits.ts';
import { KeyTaken, SourceConflict } from '../src/citations/sources/problems.ts';
import { type SavedSource, type SourceChanges, saveSource } from '../src/citations/sources/save.ts';
import { InputInvalid, NotFound } from '../src/problem.ts';
import { builder } from './builder.ts';
import { change } from './context.ts';
import { idOfType } from './global-id.ts';
import { CreatorRole, Source, SourceType } from './source.ts';
import { PossibleDuplicate } from './source-duplicates.ts';
import { dateDescriptions, eachField, LANGUAGE, textDescriptions, URL } from './source-fields.ts';
import './source-errors.ts';

const SourceCreatorInput = builder.inputType('SourceCreatorInput', {
  description:
    'A person or a body that had a part in a source: a family name with what else is known, or `literal`.',
  fields: (t) => ({
    role: t.field({
      type: CreatorRole,
      required: true,
      defaultValue: 'AUTHOR',
      description: 'Which part.',
    }),
    family: t.string({ description: 'The family name.' }),
    given: t.string({ description: 'The given names, or their initials.' }),
    droppingParticle: t.string({ description: 'What is dropped where the family name stands alone.' }),
    nonDroppingParticle: t.string({ description: 'What is kept there.' }),
    suffix: t.string({ description: 'Such as Jr. or III.' }),
    literal: t.string({ description: 'The name in one piece: of a body, or of whom has no parts in it.' }),
  }),
});

const SaveSourceInput = builder.inputType('SaveSourceInput', {
  description:
    'A source to add, or to change. Of one that is changed, what is left out stays as it is, and null takes it away.',
  fields: (t) => ({
    source: t.id({ description: 'The one to change; a new one is added if left out.' }),
    version: t.int({ description: 'The version that the change is made on; needed with `source`.' }),
    key: t.string({
      description:
        'The citation key, such as getty1985; that of a new one is made of its first creator and year.',
    }),
    type: t.field({ type: SourceType, description: 'What it is; needed for a new one.' }),
    creators: t.field({
      type: [SourceCreatorInput],
      description: `Who had a part in it, in order, at most ${sourceLimits.creators}.`,
    }),
    ...eachField(textDescriptions, (_name, description) => t.string({ description })),
    ...eachField(dateDescriptions, (_name, description) => t.field({ type: 'EDTF', description })),
    language: t.field({ type: 'LanguageTag', description: LANGUAGE }),
    url: t.field({ type: 'URL', description: URL }),
  }),
});

const SaveSourcePayload = builder.objectRef<SavedSource>('SaveSourcePayload').implement({
  description: 'The source is saved, or was so already.',
  fields: (t) => ({
    source: t.expose('source', { type: Source, description: 'The source as it is now.' }),
    created: t.exposeBoolean('created', { description: 'Whether it is new.' }),
    duplicates: t.field({
      type: [PossibleDuplicate],
      description:
        'Sources that may be the same work, 20 at most; `mergeSources` makes two one. Nothing is merged by itself.',
      resolve: ({ duplicates }, _args, { budget }) => budget.list(duplicates),
    }),
  }),
});

const SaveSourceResult = builder.errorUnion('SaveSourceResult', {
  description: 'What became of saving a source.',
  types: [SaveSourcePayload, SourceConflict, KeyTaken, InputInvalid, NotFound, NotAllowed],
  resolveType: () => 'SaveSourcePayload',
});

type Given = typeof SaveSourceInput.$inferInput;

function readCreator(given: typeof SourceCreatorInput.$inferInput): SourceCreatorModel {
  const { role, family, given: givenName, droppingParticle, nonDroppingParticle, suffix, literal } = given;
  return {
    role,
    family: family ?? null,
    given: givenName ?? null,
    droppingParticle: droppingParticle ?? null,
    nonDroppingParticle: nonDroppingParticle ?? null,
    suffix: suffix ?? null,
    literal: literal ?? null,
  };
}

/** @throws InputInvalid for null where something must be. */
function readChanges({
  source: _source,
  version: _version,
  key: _key,
  type,
  creators,
  ...rest
}: Given): SourceChanges {
  if (type === null)
    throw new InputInvalid('A source cannot be without its type; give another one, or leave it out.');
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {
    ...given,
    ...(type === undefined ? {} : { type }),
    ...(creators === undefined ? {} : { creators: (creators ?? []).map(readCreator) }),
  };
}

builder.mutationField('saveSource', (t) =>
  t.field({
    type: SaveSourceResult,
    authScopes: { role: 'EDITOR' },
    description:
      'Adds a source, or changes the one that `source` names; saving that one as it is changes nothing. What is not known is left out, or null.',
    args: { input: t.arg({ type: SaveSourceInput, required: true, description: 'What to save.' }) },
    resolve: (_root, { input }, context) => {
      const saving = {
        id: typeof input.source === 'string' ? idOfType(input.source, ['Source'], 'source') : null,
        version: input.version ?? null,
        key: input.key ?? null,
        changes: readChanges(input),
      };
      return change(context, () => saveSource(context.scholion.store, context.principal, saving));
    },
  }),
);
