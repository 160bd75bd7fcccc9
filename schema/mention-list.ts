import type { GraphQLResolveInfo } from 'graphql';
import { textScope } from '../src/annotations/scope.ts';
import type { MentionFilter as Filter } from '../src/mentions/filter.ts';
import type { TextScope } from '../src/mentions/list-in-text.ts';
import { AFTER_BLOCKS, decodePlace, encodePlace, type ListedMention } from '../src/mentions/place.ts';
import type { Revision } from '../src/store/generated/client.ts';
import type { RevisionText } from '../src/text/revision-text.ts';
import { Block } from './block.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { Document } from './document.ts';
import { Entity, EntityKind } from './entity.ts';
import { found } from './found.ts';
import { idOfType } from './global-id.ts';
import { Mention, type MentionModel, MentionStatus } from './mention.ts';
import {
  type Connection,
  connectionOf,
  forwardArguments,
  type Page,
  type PageGiven,
  readPage,
} from './page.ts';
import { prefetchMentions } from './prefetch-mentions.ts';
import { requireShare } from './share.ts';

export const MentionConnection = builder.connectionObject(
  { type: Mention, name: 'MentionConnection', description: 'A page of mentions.' },
  { name: 'MentionEdge', description: 'A mention in a list.' },
);

const filterArguments = () =>
  builder.args((t) => ({
    status: t.field({
      type: [MentionStatus],
      description: 'Only with one of these; what is suggested or confirmed unless given.',
    }),
    confidence: t.float({ description: 'Only what is at least so sure, from 0 to 1.' }),
  }));

const inTextArguments = () => ({
  ...builder.args((t) => ({
    entity: t.id({ description: 'Only those of this entity.' }),
    kinds: t.field({ type: [EntityKind], description: 'Only those of entities of these kinds.' }),
  })),
  ...filterArguments(),
  ...forwardArguments(),
});

interface FilterGiven {
  entity?: string | null;
  document?: string | null;
  kinds?: Filter['kinds'] | null;
  status?: Filter['status'] | null;
  confidence?: number | null;
}

/** @throws InputInvalid */
export async function readMentionFilter(
  { entity, document, kinds, status, confidence }: FilterGiven,
  { loaders }: Context,
): Promise<Filter> {
  if (typeof confidence === 'number') requireShare(confidence);
  const id = typeof entity === 'string' ? idOfType(entity, ['Entity'], 'entity') : null;
  return {
    ...(id === null ? {} : { entityId: (await loaders.entity.read(id))?.id ?? id }),
    ...(typeof document === 'string' ? { documentId: idOfType(document, ['Document'], 'document') } : {}),
    ...(kinds ? { kinds } : {}),
    ...(status ? { status } : {}),
    ...(typeof confidence === 'number' ? { confidence } : {}),
  };
}

/** The mentions in a stretch of text. */
async function mentionsInText(
  scope: TextScope | null,
  asOf: RevisionText | null,
  given: FilterGiven & PageGiven,
  withLost: boolean,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Connection<MentionModel>> {
  const filter = await readMentionFilter(given, context);
  const page = readPage(given, decodePlace);
  const seen = { asOf, context, info };
  if (scope === null) return await mentionConnection(page, [], seen, () => 0);
  const shape = { filter, limit: page.size + 1, after: page.after, withLost };
  const listed = await context.loaders.mentionsInText.read({ scope, shape });
  return await mentionConnection(page, listed, seen, () =>
    context.loaders.mentionCountInText.read({ scope, filter, withLost }),
  );
}

/** The scope of all words of a revision. */
function wholeText({ id, documentId, number }: Revision): TextScope {
  return {
    kind: 'text',
    documentId,
    revisionId: id,
    number,
    start: { ordinal: 0, offset: 0 },
    end: { ordinal: AFTER_BLOCKS, offset: 0 },
    unitIds: null,
  };
}

interface Seen {
  asOf: RevisionText | null;
  context: Context;
  info: GraphQLResolveInfo;
}

async function mentionConnection(
  page: Page<ListedMention['place']>,
  listed: readonly ListedMention[],
  { asOf, context, info }: Seen,
  count: () => Promise<number> | number,
): Promise<Connection<MentionModel>> {
  const places = new Map(listed.map(({ id, place }) => [id, place]));
  const models = listed.map((mention) => ({ mention, asOf }));
  await prefetchMentions(models, context, info);
  return connectionOf(page, models, ({ mention }) => encodePlace(found(places.get(mention.id))), count);
}

builder.prismaObjectFields(Document, (t) => ({
  mentions: t.field({
    type: MentionConnection,
    description:
      'The mentions of entities in its latest text, in the order of the text; those whose words are gone come last, but for mere suggestions of the linker.',
    args: inTextArguments(),
    resolve: async ({ id }, args, context, info) => {
      const latest = found(await context.loaders.revisionByNumber.read({ documentId: id, number: null }));
      return await mentionsInText(wholeText(latest), null, args, true, context, info);
    },
  }),
}));

builder.interfaceFields(Block, (t) => ({
  mentions: t.field({
    type: MentionConnection,
    description:
      "The mentions of entities that touch the block's text, its children's included, in the order of the text.",
    args: inTextArguments(),
    resolve: (block, args, context, info) => {
      const scope = block.start < block.end ? textScope(block.revision, block) : null;
      return mentionsInText(scope, block.revision, args, false, context, info);
    },
  }),
}));

builder.objectFields(Entity, (t) => ({
  mentions: t.field({
    type: MentionConnection,
    description:
      'Where it is mentioned now: document by document, the oldest first, in each in the order of the text.',
    args: {
      document: t.arg.id({ description: 'Only in this document.' }),
      ...filterArguments(),
      ...forwardArguments(),
    },
    resolve: async ({ id: entityId }, args, context, info) => {
      const filter = await readMentionFilter(args, context);
      const page = readPage(args, decodePlace);
      const shape = { filter, limit: page.size + 1, after: page.after };
      const listed = await context.loaders.concordance.read({ entityId, shape });
      return await mentionConnection(page, listed, { asOf: null, context, info }, () =>
        context.loaders.concordanceCount.read({ entityId, filter }),
      );
    },
  }),
}));
