import { entityLimits } from '../src/entities/registry/limits.ts';
import { countEntities, listEntities } from '../src/entities/registry/list.ts';
import type { Entity as EntityRow } from '../src/entities/registry/read.ts';
import { type EntityHit, readSearch, searchEntities } from '../src/entities/registry/search.ts';
import { InputInvalid } from '../src/problem.ts';
import type { EntityKind as Kind } from '../src/store/generated/enums.ts';
import { isUuid } from '../src/store/new-id.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { rowCursor } from './cursor.ts';
import { Entity, EntityKind } from './entity.ts';
import { found } from './found.ts';
import { connectionOf, forwardArguments, type PageGiven, readPage } from './page.ts';

const EntityConnection = builder.connectionObject(
  { type: Entity, name: 'EntityConnection', description: 'A page of entities.' },
  {
    name: 'EntityEdge',
    description: 'An entity in a list.',
    fields: (t) => ({
      score: t.float({
        nullable: true,
        description: 'How well it fits the search, from 0 to 1; null without one.',
        resolve: (edge) => ('score' in edge && typeof edge.score === 'number' ? edge.score : null),
      }),
    }),
  },
);

builder.queryField('entities', (t) =>
  t.field({
    type: EntityConnection,
    description: `The entities of the registry. With a search, those with a name that begins with it, of which a later word does, or that is like it but for a few letters, in any script and whatever case and accents: those that fit best first, ${entityLimits.found} at most.`,
    args: {
      search: t.arg.string({
        description: `A name or a part of one, at most ${entityLimits.search} characters; a blank one is none.`,
      }),
      kinds: t.arg({ type: [EntityKind], description: 'Only of these kinds.' }),
      ...forwardArguments(),
    },
    resolve: (_root, { search, kinds, ...page }, context) => {
      const sought = readSearch(search ?? null);
      return sought === null
        ? listed(kinds ?? null, page, context)
        : searched(sought, kinds ?? null, page, context);
    },
  }),
);

async function listed(kinds: Kind[] | null, given: PageGiven, { scholion }: Context) {
  const { prisma } = scholion.store;
  const page = readPage(given, rowCursor.decode);
  const rows = await listEntities(prisma, kinds, { limit: page.size + 1, after: page.after });
  return connectionOf(page, rows, rowCursor.encode, () => countEntities(prisma, kinds));
}

async function searched(
  sought: string,
  kinds: Kind[] | null,
  given: PageGiven,
  { scholion, loaders }: Context,
) {
  const page = readPage(given, decodeHit);
  const hits = await searchEntities(scholion.store.prisma, sought, kinds);
  const after = page.after;
  const rest = after === null ? hits : hits.filter((hit) => isBehind(hit, after));
  const scores = new Map(hits.map(({ id, score }) => [id, score]));
  const nodes = await Promise.all(
    rest.slice(0, page.size + 1).map(async ({ id }) => found(await loaders.entity.read(id))),
  );
  const cursorOf = ({ id }: EntityRow) => encodeHit({ id, score: found(scores.get(id)) });
  const connection = connectionOf(page, nodes, cursorOf, () => hits.length);
  for (const edge of connection.edges) Object.assign(edge, { score: scores.get(edge.node.id) });
  return connection;
}

function isBehind(hit: EntityHit, after: EntityHit): boolean {
  return hit.score < after.score || (hit.score === after.score && hit.id > after.id);
}

function encodeHit({ id, score }: EntityHit): string {
  return Buffer.from(`found.${score}.${id}`).toString('base64url');
}

/** @throws InputInvalid for what `encodeHit` did not write. */
function decodeHit(cursor: string): EntityHit {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const { score, id } = /^found\.(?<score>\d(?:\.\d{1,4})?)\.(?<id>.+)$/.exec(text)?.groups ?? {};
  if (score === undefined || id === undefined || !isUuid(id))
    throw new InputInvalid(
      'The cursor is not one of this list; give a `cursor` or `endCursor` that it answered.',
    );
  return { id, score: Number(score) };
}
