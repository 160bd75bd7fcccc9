import type { Rank, RankedEntity, RankedShape } from '../src/mentions/ranked.ts';
import { InputInvalid } from '../src/problem.ts';
import { isUuid } from '../src/store/new-id.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { Document } from './document.ts';
import { Entity, EntityKind } from './entity.ts';
import { found } from './found.ts';
import { connectionOf, forwardArguments, type PageGiven, readPage } from './page.ts';
import { when } from './when.ts';

const entityOf = (description: string) => ({
  type: Entity,
  description,
  resolve: ({ entityId }: RankedEntity, _args: object, { loaders }: Context) =>
    when(loaders.entity.read(entityId), found),
});

const DocumentEntity = builder.objectRef<RankedEntity>('DocumentEntity').implement({
  description: 'An entity that a document mentions.',
  fields: (t) => ({
    entity: t.field(entityOf('The entity.')),
    count: t.exposeInt('count', {
      description:
        'How often the latest text mentions it: what is confirmed, and what is suggested with a confidence over 0.5.',
    }),
    confirmed: t.exposeInt('confirmed', { description: 'How many of these are confirmed.' }),
  }),
});

const RelatedEntity = builder.objectRef<RankedEntity>('RelatedEntity').implement({
  description: 'An entity that shares paragraphs with another one.',
  fields: (t) => ({
    entity: t.field(entityOf('The entity.')),
    count: t.exposeInt('count', { description: 'How many paragraphs mention both.' }),
  }),
});

const DocumentEntityConnection = builder.connectionObject(
  {
    type: DocumentEntity,
    name: 'DocumentEntityConnection',
    description: 'A page of the entities that a document mentions.',
  },
  { name: 'DocumentEntityEdge', description: 'An entity in the list of a document.' },
);

const RelatedEntityConnection = builder.connectionObject(
  { type: RelatedEntity, name: 'RelatedEntityConnection', description: 'A page of related entities.' },
  { name: 'RelatedEntityEdge', description: 'An entity in a list of related ones.' },
);

builder.prismaObjectFields(Document, (t) => ({
  entities: t.field({
    type: DocumentEntityConnection,
    description: 'The entities that its latest text mentions, those that it mentions most first.',
    args: {
      kinds: t.arg({ type: [EntityKind], description: 'Only of these kinds.' }),
      ...forwardArguments(),
    },
    resolve: ({ id: documentId }, { kinds: given, ...pageGiven }, { loaders }) => {
      const kinds = given ?? undefined;
      return ranked(
        pageGiven,
        (shape) =>
          loaders.documentEntities.read({
            documentId,
            shape: { ...shape, ...(kinds === undefined ? {} : { kinds }) },
          }),
        () => loaders.documentEntityCount.read({ documentId, kinds }),
      );
    },
  }),
}));

builder.objectFields(Entity, (t) => ({
  relatedEntities: t.field({
    type: RelatedEntityConnection,
    description: 'The entities that share paragraphs with this one, those that share most first.',
    args: forwardArguments(),
    resolve: ({ id: entityId }, pageGiven, { loaders }) =>
      ranked(
        pageGiven,
        (shape) => loaders.relatedEntities.read({ entityId, shape }),
        () => loaders.relatedEntityCount.read({ entityId }),
      ),
  }),
}));

async function ranked(
  given: PageGiven,
  read: (shape: RankedShape) => RankedEntity[] | Promise<RankedEntity[]>,
  count: () => number | number | Promise<number>,
) {
  const page = readPage(given, decodeRank);
  const listed = await read({ limit: page.size + 1, after: page.after });
  return connectionOf(page, listed, encodeRank, count);
}

function encodeRank({ count, entityId }: Rank): string {
  return Buffer.from(`rank.${count}.${entityId}`).toString('base64url');
}

/** @throws InputInvalid for what `encodeRank` did not write. */
function decodeRank(cursor: string): Rank {
  const match = /^rank\.(?<count>\d{1,9})\.(?<entityId>.+)$/.exec(
    Buffer.from(cursor, 'base64url').toString('utf8'),
  );
  const { count, entityId } = match?.groups ?? {};
  if (count === undefined || entityId === undefined || !isUuid(entityId))
    throw new InputInvalid(
      'The cursor is not one of this list; give a `cursor` or `endCursor` that it answered.',
    );
  return { count: Number(count), entityId };
}
