import type { GraphQLResolveInfo } from 'graphql';
import { QUOTED } from '../src/citations/citation.ts';
import type { MarksOnBlock } from '../src/documents/marks.ts';
import { InputInvalid } from '../src/problem.ts';
import type { RevisionBlock } from '../src/text/revision-text.ts';
import type { AnnotationModel } from './annotation.ts';
import { AnnotationFilter, readFilter } from './annotation-filter.ts';
import { builder } from './builder.ts';
import type { CitationModel } from './citation.ts';
import type { Context } from './context.ts';
import type { MentionModel } from './mention.ts';
import { prefetchAnnotations } from './prefetch-annotations.ts';
import { prefetchCitations } from './prefetch-citations.ts';
import { prefetchMentions } from './prefetch-mentions.ts';
import { when } from './when.ts';

/** What lies on a text, as seen from its revision. */
export type MarkModel = AnnotationModel | MentionModel | CitationModel;

const MarkKind = builder.enumType('MarkKind', {
  description: 'A kind of mark on a text.',
  values: {
    ANNOTATION: { description: 'Annotations.' },
    MENTION: { description: 'Mentions of entities, suggested or confirmed.' },
    CITATION: { description: 'Citations, on the words that cite and on those that are quoted.' },
  } as const,
});

/** The arguments of what draws on a text. */
export const runArguments = () =>
  builder.args((t) => ({
    kinds: t.field({ type: [MarkKind], description: 'Only marks of these kinds; all unless given.' }),
    filter: t.field({
      type: AnnotationFilter,
      description: 'Only annotations that pass this; `overlaps` and `within` are refused.',
    }),
    confidence: t.float({
      required: true,
      defaultValue: 0.5,
      description: 'Only mentions that are at least so sure, from 0 to 1.',
    }),
  }));

/** The arguments as a client gives them. */
export interface RunsGiven {
  kinds?: readonly (typeof MarkKind.$inferType)[] | null;
  confidence: number;
  filter?: typeof AnnotationFilter.$inferInput | null;
}

/** Where a mark lies on a block's own words, in UTF-16 code units from their start. */
export interface MarkPlace {
  model: MarkModel;
  start: number;
  end: number;
  /** The citation that quotes the words; null where they are not quoted words of one. */
  quotedFrom: CitationModel | null;
}

/** Whether marks of a kind are asked for. */
export function wants(kinds: RunsGiven['kinds'], kind: typeof MarkKind.$inferType): boolean {
  return !kinds || kinds.includes(kind);
}

/** The request that marks are read for. */
interface Seen {
  context: Context;
  info: GraphQLResolveInfo;
}

/** Reads the annotations on a block, and what a query goes on to ask of them. */
export function readAnnotationMarks(
  block: RevisionBlock,
  { kinds, filter }: RunsGiven,
  seen: Seen,
): MarkPlace[] | Promise<MarkPlace[]> {
  const checked = readRunsFilter(filter);
  if (!wants(kinds, 'ANNOTATION')) return [];
  return placesOf(
    seen.context.loaders.marks.read({ block, filter: checked }),
    (annotation) => ({ model: { annotation, asOf: block.revision }, quotedFrom: null }),
    prefetchAnnotations,
    seen,
  );
}

/** Reads the mentions on a block, and what a query goes on to ask of them. */
export function readMentionMarks(
  block: RevisionBlock,
  { kinds, confidence }: RunsGiven,
  seen: Seen,
): MarkPlace[] | Promise<MarkPlace[]> {
  if (!wants(kinds, 'MENTION')) return [];
  return placesOf(
    seen.context.loaders.mentionMarks.read({ block, filter: { confidence } }),
    (mention) => ({ model: { mention, asOf: block.revision }, quotedFrom: null }),
    prefetchMentions,
    seen,
  );
}

/** Reads the citations on a block, and what a query goes on to ask of them. */
export function readCitationMarks(
  block: RevisionBlock,
  { kinds }: RunsGiven,
  seen: Seen,
): MarkPlace[] | Promise<MarkPlace[]> {
  if (!wants(kinds, 'CITATION')) return [];
  return placesOf(
    seen.context.loaders.citationMarks.read({ block }),
    ({ part, ...citation }) => {
      const model = { citation, asOf: block.revision };
      return { model, quotedFrom: part === QUOTED ? model : null };
    },
    prefetchCitations,
    seen,
  );
}

/** Where marks lie, once they and what a query goes on to ask of them are there. */
function placesOf<Row, Model extends MarkModel>(
  read: MarksOnBlock<Row> | Promise<MarksOnBlock<Row>>,
  markOf: (row: Row) => { model: Model; quotedFrom: CitationModel | null },
  prefetch: (
    models: readonly Model[],
    context: Context,
    info: GraphQLResolveInfo,
  ) => Promise<unknown> | undefined,
  { context, info }: Seen,
): MarkPlace[] | Promise<MarkPlace[]> {
  return when(read, ({ marks }) => {
    const places = marks.map(({ row, start, end }) => ({ ...markOf(row), start, end }));
    const waits = prefetch(
      places.map(({ model }) => model),
      context,
      info,
    );
    return waits === undefined ? places : waits.then(() => places);
  });
}

/** @throws InputInvalid for a filter by place: runs are of one block, whatever the filter says. */
export function readRunsFilter(given: typeof AnnotationFilter.$inferInput | null | undefined) {
  if (given?.overlaps || typeof given?.within === 'string')
    throw new InputInvalid('`overlaps` and `within` do not apply to one block; leave them out.');
  return readFilter(given);
}
