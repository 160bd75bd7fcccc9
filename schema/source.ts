import type { KeyedSource, SourceCreator as SourceCreatorModel } from '../src/citations/source.ts';
import type { Source as SourceRow } from '../src/citations/sources/read.ts';
import { CreatorRole as CreatorRoles, SourceType as SourceTypes } from '../src/store/generated/enums.ts';
import { builder } from './builder.ts';
import { formatArguments, formatSource } from './citation-format.ts';
import type { Context } from './context.ts';
import { FORMATTING_COST } from './cost.ts';
import { found } from './found.ts';
import { loadNodes } from './load-nodes.ts';
import { dateDescriptions, eachField, LANGUAGE, textDescriptions, URL } from './source-fields.ts';
import { when } from './when.ts';

export const SourceType = builder.enumType('SourceType', {
  description: 'What a source is: the item types of the Citation Style Language (CSL) 1.0.2.',
  values: Object.values(SourceTypes),
});

export const CreatorRole = builder.enumType('CreatorRole', {
  description: 'What part someone had in a source: the name variables of CSL 1.0.2.',
  values: Object.values(CreatorRoles),
});

export const SourceCreator = builder.objectRef<SourceCreatorModel>('SourceCreator').implement({
  description: 'A person or a body that had a part in a source.',
  fields: (t) => ({
    role: t.expose('role', { type: CreatorRole, description: 'Which part.' }),
    name: t.string({
      description: 'The whole name, as it is spoken: given name, particles, family name, suffix.',
      resolve: (creator) => nameOf(creator),
    }),
    family: t.exposeString('family', {
      nullable: true,
      description: 'The family name; null of a body, or of whom has a name in one piece.',
    }),
    given: t.exposeString('given', { nullable: true, description: 'The given names, or their initials.' }),
    droppingParticle: t.exposeString('droppingParticle', {
      nullable: true,
      description: 'What is dropped where the family name stands alone, as the `de` of Alfred de Musset.',
    }),
    nonDroppingParticle: t.exposeString('nonDroppingParticle', {
      nullable: true,
      description: 'What is kept there, as the `van` of Vincent van Gogh.',
    }),
    suffix: t.exposeString('suffix', { nullable: true, description: 'Such as Jr. or III.' }),
    literal: t.exposeString('literal', {
      nullable: true,
      description: 'The name in one piece: of a body, or of whom has no parts in it.',
    }),
  }),
});

export const Source = builder.node(builder.objectRef<SourceRow>('Source'), {
  description:
    'A work that is cited, typed after CSL-JSON. What is not known of it is null, never invented. A source that was merged into another one is that one, under its old id and key too.',
  id: { resolve: ({ id }) => id },
  loadMany: (ids, { loaders }) => loadNodes('Source', ids, async (id) => await loaders.source.read(id)),
  fields: (t) => ({
    key: t.exposeString('key', { description: 'The citation key, such as getty1985.' }),
    type: t.expose('type', { type: SourceType, description: 'What it is.' }),
    creators: t.field({
      type: [SourceCreator],
      description: 'Who had a part in it, in order.',
      args: { roles: t.arg({ type: [CreatorRole], description: 'Only with one of these parts.' }) },
      resolve: ({ id }, { roles }, { loaders, budget }) =>
        when(loaders.sourceCreators.read(id), (creators) =>
          budget.list((creators ?? []).filter(({ role }) => !roles || roles.includes(role))),
        ),
    }),
    authors: t.field({
      type: [SourceCreator],
      description: 'Its authors, in order.',
      resolve: ({ id }, _args, { loaders, budget }) =>
        when(loaders.sourceCreators.read(id), (creators) =>
          budget.list((creators ?? []).filter(({ role }) => role === 'AUTHOR')),
        ),
    }),
    ...eachField(textDescriptions, (name, description) =>
      t.string({ nullable: true, description, resolve: (source) => source[name] }),
    ),
    ...eachField(dateDescriptions, (name, description) =>
      t.field({ type: 'EDTF', nullable: true, description, resolve: (source) => source[name] }),
    ),
    language: t.expose('language', { type: 'LanguageTag', nullable: true, description: LANGUAGE }),
    url: t.expose('url', { type: 'URL', nullable: true, description: URL }),
    formatted: t.string({
      description:
        'As a bibliography has it in a citation style, or in an exchange format. HTML is safe to put into a page: what looks like HTML in a title is text there.',
      complexity: FORMATTING_COST,
      args: formatArguments(),
      resolve: async (source, formatting, context) =>
        formatSource(context, await keyedSource(source, context), formatting),
    }),
    version: t.exposeInt('version', {
      description: 'Send it back with an edit; a stale one is refused with SourceConflict.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was added.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it was last saved.' }),
    deletedAt: t.expose('deletedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was deleted; null unless it is.',
    }),
  }),
});

/** The source that something names: as it was last, where it was deleted since. */
export function sourceNamed(id: string, { loaders }: Context): SourceRow | Promise<SourceRow> {
  return when(loaders.source.read(id), (source) => source ?? when(loaders.sourceRecord.read(id), found));
}

/** A source with its creators. */
export async function keyedSource(source: SourceRow, { loaders }: Context): Promise<KeyedSource> {
  const creators = (await loaders.sourceCreators.read(source.id)) ?? [];
  return { key: source.key, content: { ...source, creators } };
}

function nameOf({
  given,
  droppingParticle,
  nonDroppingParticle,
  family,
  suffix,
  literal,
}: SourceCreatorModel) {
  if (literal !== null) return literal;
  const name = [given, droppingParticle, nonDroppingParticle, family]
    .filter((part) => part !== null)
    .join(' ');
  return suffix === null ? name : `${name}, ${suffix}`;
}
