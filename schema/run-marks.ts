import type { GraphQLResolveInfo } from 'graphql';
import { QUOTED } from '../src/citations/citation.ts';
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

/** Reads the annotations on a block, and what a query goes on to ask of them. */
export function readAnnotationMarks(
  block: RevisionBlock,
  { kinds, filter }: RunsGiven,
  context: Context,
  info: GraphQLResolveInfo,
): MarkPlace[] | Promise<MarkPlace[]> {
  const checked = readRunsFilter(filter);
  if (!wants(kinds, 'ANNOTATION')) return [];
  return when(context.loaders.marks.read({ block, filter: checked }), ({ marks }) => {
    const places = marks.map(({ row: annotation, start, end }) => ({
      model: { annotation, asOf: block.revision },
      start,
      end,
      quotedFrom: null,
    }));
    const waits = prefetchAnnotations(
      places.map(({ model }) => model),
      context,
      info,
    );
    return waits === undefined ? places : waits.then(() => places);
  });
}

/** Reads the mentions on a block, and what a query goes on to ask of them. */
export function readMentionMarks(
  block: RevisionBlock,
  { kinds, confidence }: RunsGiven,
  context: Context,
  info: GraphQLResolveInfo,
): MarkPlace[] | Promise<MarkPlace[]> {
  if (!wants(kinds, 'MENTION')) return [];
  return when(context.loaders.mentionMarks.read({ block, filter: { confidence } }), ({ marks }) => {
    const places = marks.map(({ row: mention, start, end }) => ({
      model: { mention, asOf: block.revision },
      start,
      end,
      quotedFrom: null,
    }));
    const waits = prefetchMentions(
      places.map(({ model }) => model),
      context,
      info,
    );
    return waits === undefined ? places : waits.then(() => places);
  });
}

/** Reads the citations on a block, and what a query goes on to ask of them. */
export function readCitationMarks(
  block: RevisionBlock,
  { kinds }: RunsGiven,
  context: Context,
  info: GraphQLResolveInfo,
): MarkPlace[] | Promise<MarkPlace[]> {
  if (!wants(kinds, 'CITATION')) return [];
  return when(context.loaders.citationMarks.read({ block }), ({ marks }) => {
    const places = marks.map(({ row: { part, ...citation }, start, end }) => {
      const model = { citation, asOf: block.revision };
      return { model, start, end, quotedFrom: part === QUOTED ? model : null };
    });
    const waits = prefetchCitations(
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
