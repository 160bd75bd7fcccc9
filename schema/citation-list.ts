import type { GraphQLResolveInfo } from 'graphql';
import { textScope } from '../src/annotations/scope.ts';
import type { CitationFilter as Filter } from '../src/citations/filter.ts';
import { wholeText } from '../src/citations/list-in-text.ts';
import { decodePlace, encodePlace, type ListedCitation } from '../src/citations/place.ts';
import { resolveRange, type TextRange } from '../src/text/range.ts';
import type { RevisionText } from '../src/text/revision-text.ts';
import { AnchorStatus } from './anchor.ts';
import { Block } from './block.ts';
import { builder } from './builder.ts';
import { Citation, type CitationModel } from './citation.ts';
import type { Context } from './context.ts';
import { Document } from './document.ts';
import { found } from './found.ts';
import { idOfType } from './global-id.ts';
import {
  type Connection,
  connectionOf,
  forwardArguments,
  type Page,
  type PageGiven,
  readPage,
} from './page.ts';
import { Passage } from './passage.ts';
import { prefetchCitations } from './prefetch-citations.ts';
import { textOf } from './revision-text.ts';
import { Source } from './source.ts';
import { TextRangeInput } from './text-range.ts';

export const CitationConnection = builder.connectionObject(
  { type: Citation, name: 'CitationConnection', description: 'A page of citations.' },
  { name: 'CitationEdge', description: 'A citation in a list.' },
);

const statusArgument = () =>
  builder.args((t) => ({
    status: t.field({
      type: [AnchorStatus],
      description: 'Only those whose citing or quoted words hold so well.',
    }),
  }));

const inTextArguments = () => ({
  ...builder.args((t) => ({ source: t.id({ description: 'Only those of this source.' }) })),
  ...statusArgument(),
  ...forwardArguments(),
});

interface FilterGiven {
  source?: string | null;
  document?: string | null;
  status?: Filter['status'] | null;
}

async function readFilter({ source, document, status }: FilterGiven, { loaders }: Context): Promise<Filter> {
  const id = typeof source === 'string' ? idOfType(source, ['Source'], 'source') : null;
  return {
    ...(id === null ? {} : { sourceId: (await loaders.source.read(id))?.id ?? id }),
    ...(typeof document === 'string' ? { documentId: idOfType(document, ['Document'], 'document') } : {}),
    ...(status ? { status } : {}),
  };
}

type Scope = Parameters<Context['loaders']['citationsInText']['read']>[0]['scope'];

/** A page of the citations in a stretch of text; none where there is no such stretch. */
export async function citationsIn(
  scope: Scope | null,
  asOf: RevisionText | null,
  given: FilterGiven & PageGiven,
  withLost: boolean,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Connection<CitationModel>> {
  const filter = await readFilter(given, context);
  const page = readPage(given, decodePlace);
  const seen = { asOf, context, info };
  if (scope === null) return await connect(page, [], seen, () => 0);
  const shape = { filter, limit: page.size + 1, after: page.after, withLost };
  const listed = await context.loaders.citationsInText.read({ scope, shape });
  return await connect(page, listed, seen, () =>
    context.loaders.citationCountInText.read({ scope, filter, withLost }),
  );
}

/** The scope of a range of a revision, in UTF-16 code units; null where it holds nothing. */
export function scopeOfRange(revision: RevisionText, { start, end }: TextRange): Scope | null {
  return start < end ? textScope(revision, { start, end }) : null;
}

interface Seen {
  asOf: RevisionText | null;
  context: Context;
  info: GraphQLResolveInfo;
}

async function connect(
  page: Page<ListedCitation['place']>,
  listed: readonly ListedCitation[],
  { asOf, context, info }: Seen,
  count: () => Promise<number> | number,
): Promise<Connection<CitationModel>> {
  const places = new Map(listed.map(({ id, place }) => [id, place]));
  const models = listed.map((citation) => ({ citation, asOf }));
  await prefetchCitations(models, context, info);
  return connectionOf(page, models, ({ citation }) => encodePlace(found(places.get(citation.id))), count);
}

builder.prismaObjectFields(Document, (t) => ({
  citations: t.field({
    type: CitationConnection,
    description:
      'The citations in its latest text, in the order of the text; those whose words are gone come last.',
    args: {
      overlaps: t.arg({
        type: TextRangeInput,
        description: 'Only those whose citing or quoted words touch this range of the text.',
      }),
      ...inTextArguments(),
    },
    resolve: async ({ id }, { overlaps, ...args }, context, info) => {
      const latest = found(await context.loaders.revisionByNumber.read({ documentId: id, number: null }));
      if (!overlaps) return await citationsIn(wholeText(latest), null, args, true, context, info);
      const revision = await textOf(latest, context);
      const range = resolveRange(revision.offsets, overlaps);
      return await citationsIn(scopeOfRange(revision, range), null, args, false, context, info);
    },
  }),
}));

builder.interfaceFields(Block, (t) => ({
  citations: t.field({
    type: CitationConnection,
    description:
      "The citations whose citing or quoted words touch the block's text, its children's included, in the order of the text.",
    args: inTextArguments(),
    resolve: (block, args, context, info) =>
      citationsIn(scopeOfRange(block.revision, block), block.revision, args, false, context, info),
  }),
}));

builder.objectFields(Passage, (t) => ({
  citations: t.field({
    type: CitationConnection,
    description:
      'The citations whose citing or quoted words are among the words, as they stand in that revision, in the order of the text.',
    args: inTextArguments(),
    resolve: ({ revision, range }, args, context, info) =>
      citationsIn(scopeOfRange(revision, range), revision, args, false, context, info),
  }),
}));

builder.objectFields(Source, (t) => ({
  citations: t.field({
    type: CitationConnection,
    description:
      'Where it is cited: document by document, the oldest first, in each in the order of the text; citations whose words are gone come last in theirs.',
    args: {
      document: t.arg.id({ description: 'Only in this document.' }),
      ...statusArgument(),
      ...forwardArguments(),
    },
    resolve: async ({ id: sourceId }, args, context, info) => {
      const filter = await readFilter(args, context);
      const page = readPage(args, decodePlace);
      const shape = { filter, limit: page.size + 1, after: page.after };
      const listed = await context.loaders.citationsOfSource.read({ sourceId, shape });
      return await connect(page, listed, { asOf: null, context, info }, () =>
        context.loaders.citationCountOfSource.read({ sourceId, filter }),
      );
    },
  }),
}));
