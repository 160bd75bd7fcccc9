import type { Mention as MentionRow } from '../src/mentions/mention.ts';
import type { MentionOrigin as Origins, MentionStatus as Statuses } from '../src/store/generated/enums.ts';
import type { RevisionText } from '../src/text/revision-text.ts';
import { Anchor, type AnchorModel, TextQuote } from './anchor.ts';
import { type AnchorSeen, contextOf, surfaceOf } from './anchor-words.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { Document } from './document.ts';
import { Entity } from './entity.ts';
import { found } from './found.ts';
import { loadNodes } from './load-nodes.ts';
import { when } from './when.ts';

/** A mention as seen from a revision: the one whose blocks were asked for it, or the latest when null. */
export interface MentionModel {
  mention: MentionRow;
  asOf: RevisionText | null;
}

export const MentionStatus = builder.enumType('MentionStatus', {
  description: 'What people say of a mention.',
  values: {
    SUGGESTED: { description: 'Nothing yet: the linker or another program proposes it.' },
    CONFIRMED: { description: 'It is right: somebody said so, or made it.' },
    REJECTED: { description: 'It is wrong. It is kept, so that it is not suggested again.' },
  } satisfies Record<keyof typeof Statuses, object>,
});

const MentionOrigin = builder.enumType('MentionOrigin', {
  description: 'Who or what says that a place refers to an entity.',
  values: {
    PERSON: { description: 'A person.' },
    LINKER: { description: 'The linker of this service.' },
    IMPORT: { description: 'Another program.' },
  } satisfies Record<keyof typeof Origins, object>,
});

export const Mention = builder.node(builder.objectRef<MentionModel>('Mention'), {
  description: 'One place in a text that refers to an entity.',
  id: { resolve: ({ mention }) => mention.id },
  loadMany: (ids, { loaders }) =>
    loadNodes('Mention', ids, async (id) => {
      const mention = await loaders.mention.read(id);
      return mention === null ? null : { mention, asOf: null };
    }),
  fields: (t) => ({
    entity: t.field({
      type: Entity,
      description: 'Whom or what it refers to.',
      resolve: ({ mention }, _args, { loaders }) => when(loaders.entity.read(mention.entityId), found),
    }),
    document: t.field({
      type: Document,
      description: 'The document that it is in.',
      resolve: ({ mention }, _args, { loaders }) => when(loaders.document.read(mention.documentId), found),
    }),
    anchor: t.field({
      type: Anchor,
      description: 'Where it stands, and how well that holds.',
      resolve: anchorOf,
    }),
    surface: t.string({
      description: 'The words as they stand there; those that it was made on where they are gone.',
      resolve: async (model, _args, context) => {
        const surface = await surfaceOf(await seenOf(model, context), context);
        context.budget.text(surface.length);
        return surface;
      },
    }),
    context: t.field({
      type: TextQuote,
      description:
        'The sentence around it, for a concordance: what comes before the words in `prefix`, what comes after in `suffix`.',
      resolve: async (model, _args, context) => {
        const quote = await contextOf(await seenOf(model, context), context);
        context.budget.text(quote.prefix.length + quote.exact.length + quote.suffix.length);
        return quote;
      },
    }),
    status: t.field({
      type: MentionStatus,
      description: 'What people say of it.',
      resolve: ({ mention }) => mention.status,
    }),
    confidence: t.float({
      description:
        'How sure it is, from 0 to 1: more than 0.5 where it is likelier than all else that the words may refer to.',
      resolve: ({ mention }) => mention.confidence,
    }),
    origin: t.field({
      type: MentionOrigin,
      description: 'Who or what says so.',
      resolve: ({ mention }) => mention.origin,
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When it was made.',
      resolve: ({ mention }) => mention.createdAt,
    }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'When it was last suggested anew, reviewed or changed.',
      resolve: ({ mention }) => mention.updatedAt,
    }),
  }),
});

builder.objectFields(Mention, (t) => ({
  nestedIn: t.field({
    type: Mention,
    nullable: true,
    description:
      'The mention whose words hold this one’s, as those of "Khrushchev Thaw" hold "Khrushchev"; the shortest where there are several.',
    resolve: ({ mention, asOf }, _args, { loaders }) =>
      when(loaders.mentionHolder.read({ mentionId: mention.id, number: asOf?.number ?? null }), (holder) =>
        holder === null ? null : { mention: holder, asOf },
      ),
  }),
}));

async function seenOf({ mention, asOf }: MentionModel, { loaders }: Context): Promise<AnchorSeen> {
  const row = found(
    await loaders.mentionAnchor.read({ mentionId: mention.id, number: asOf?.number ?? null }),
  );
  return { row, documentId: mention.documentId, asOf };
}

function anchorOf(
  { mention, asOf }: MentionModel,
  _args: object,
  { loaders }: Context,
): AnchorModel | Promise<AnchorModel> {
  const seen = { mentionId: mention.id, number: asOf?.number ?? null };
  const revision =
    asOf ??
    when(loaders.revisionByNumber.read({ documentId: mention.documentId, number: null }), (latest) =>
      when(loaders.text.read(found(latest).id), found),
    );
  return when(revision, (text) =>
    when(
      loaders.mentionAnchor.read(seen),
      (row): AnchorModel => ({ kind: 'stored', revision: text, row: found(row) }),
    ),
  );
}
