import { matchLimits } from '../src/citations/matching/limits.ts';
import {
  matchSources,
  type MatchReason as Reason,
  type SourceMatch,
} from '../src/citations/matching/match.ts';
import { countSources, type SourceFilter as Filter, listSources } from '../src/citations/sources/list.ts';
import type { Source as SourceRow } from '../src/citations/sources/read.ts';
import { InputInvalid } from '../src/problem.ts';
import { isUuid } from '../src/store/new-id.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { rowCursor } from './cursor.ts';
import { found } from './found.ts';
import { idOfType } from './global-id.ts';
import { connectionOf, forwardArguments, type PageGiven, readPage } from './page.ts';
import { Source, SourceType } from './source.ts';

const MatchField = builder.enumType('MatchField', {
  description: 'What of a source a part of a reference fits.',
  values: {
    DOI: { description: 'Its DOI.' },
    ISBN: { description: 'Its ISBN.' },
    URL: { description: 'Its address.' },
    KEY: { description: 'Its citation key.' },
    CREATOR: { description: 'The name of one who had a part in it.' },
    ISSUED: { description: 'When it was issued.' },
    TITLE: { description: 'Its title.' },
    CONTAINER: { description: 'The title of what it appeared in.' },
    PUBLISHER: { description: 'Who published it.' },
    PAGES: { description: 'Its pages.' },
  } satisfies Record<Reason['field'], object>,
});

const MatchReason = builder.objectRef<Reason>('MatchReason').implement({
  description: 'Why a source fits a reference.',
  fields: (t) => ({
    field: t.expose('field', { type: MatchField, description: 'What of the source.' }),
    given: t.exposeString('given', { description: 'The words or the date in the reference.' }),
    found: t.exposeString('found', { description: 'What the source has.' }),
    exact: t.exposeBoolean('exact', {
      description: 'Whether the two are the same, but for case, accents and punctuation.',
    }),
  }),
});

/** What an edge is told besides its node. */
const matches = new WeakMap<object, SourceMatch>();

export const SourceConnection = builder.connectionObject(
  { type: Source, name: 'SourceConnection', description: 'A page of sources.' },
  {
    name: 'SourceEdge',
    description: 'A source in a list.',
    fields: (t) => ({
      score: t.float({
        nullable: true,
        description: 'How well it fits the reference, from 0 to 1; null where none was given.',
        resolve: (edge) => matches.get(edge)?.score ?? null,
      }),
      reasons: t.field({
        type: [MatchReason],
        description: 'What speaks for it, strongest first; nothing where no reference was given.',
        resolve: (edge, _args, { budget }) => budget.list(matches.get(edge)?.reasons ?? []),
      }),
    }),
  },
);

const SourceFilter = builder.inputType('SourceFilter', {
  description: 'Which sources to list; what is left out does not restrict.',
  fields: (t) => ({
    author: t.string({
      description:
        'With an author of this family name, or of this name in one piece; case and accents do not matter.',
    }),
    issued: t.field({
      type: 'EDTF',
      description: 'Issued then: in a year, a month, on a day, in an interval.',
    }),
    citedBy: t.id({ description: 'Cited by this document.' }),
    types: t.field({ type: [SourceType], description: 'Of one of these types.' }),
  }),
});

builder.queryField('sources', (t) =>
  t.field({
    type: SourceConnection,
    description: `The sources that there are, in the order of their keys. With \`match\`, those that a reference may mean: those that fit best first, ${matchLimits.found} at most, none where nothing fits. \`match\` and \`filter\` do not go together.`,
    args: {
      match: t.arg.string({
        description: `A reference as people write it: \`Getty 1985\`, \`Kolakowski, 1978, p. 3\`, \`New York Times, June 5, 1956\`, a whole formatted one, a DOI, an ISBN. At most ${matchLimits.text} characters; a blank one is none.`,
      }),
      filter: t.arg({ type: SourceFilter, description: 'Which of them.' }),
      ...forwardArguments(),
    },
    resolve: (_root, { match, filter: given, ...page }, context) => {
      const filter = readFilter(given);
      const text = match?.trim() ?? '';
      if (text === '') return listed(filter, page, context);
      if (Object.values(filter).some((value) => value !== null))
        throw new InputInvalid('`match` and `filter` do not go together; give one of both.');
      return matched(text, page, context);
    },
  }),
);

function readFilter(given: typeof SourceFilter.$inferInput | null | undefined): Filter {
  return {
    author: given?.author ?? null,
    issued: given?.issued ?? null,
    citedBy:
      typeof given?.citedBy === 'string' ? idOfType(given.citedBy, ['Document'], 'filter.citedBy') : null,
    types: given?.types ?? null,
  };
}

async function listed(filter: Filter, given: PageGiven, { scholion }: Context) {
  const { prisma } = scholion.store;
  const page = readPage(given, rowCursor.decode);
  const rows = await listSources(prisma, filter, { limit: page.size + 1, after: page.after });
  return connectionOf(page, rows, rowCursor.encode, () => countSources(prisma, filter));
}

async function matched(text: string, given: PageGiven, { scholion, loaders }: Context) {
  const page = readPage(given, decodeMatch);
  const { matches: all } = await matchSources(scholion.store.prisma, text, matchLimits.found);
  const start = page.after === null ? 0 : all.findIndex(({ sourceId }) => sourceId === page.after) + 1;
  const rest = all.slice(start, start + page.size + 1);
  const nodes = await Promise.all(
    rest.map(async ({ sourceId }) => found(await loaders.source.read(sourceId))),
  );
  const connection = connectionOf(
    page,
    nodes,
    ({ id }: SourceRow) => encodeMatch(id),
    () => all.length,
  );
  connection.edges.forEach((edge, index) => {
    const match = rest[index];
    if (match !== undefined) matches.set(edge, match);
  });
  return connection;
}

function encodeMatch(id: string): string {
  return Buffer.from(`match.${id}`).toString('base64url');
}

/** @throws InputInvalid for what `encodeMatch` did not write. */
function decodeMatch(cursor: string): string {
  const id = /^match\.(?<id>.+)$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.groups?.id;
  if (id === undefined || !isUuid(id))
    throw new InputInvalid(
      'The cursor is not one of this list; give a `cursor` or `endCursor` that it answered.',
    );
  return id;
}
