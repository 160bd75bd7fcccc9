import type { GraphQLResolveInfo } from 'graphql';
import { cutIntoRuns } from '../src/anchors/runs.ts';
import { MARKS_PER_BLOCK } from '../src/documents/marks.ts';
import { InputInvalid } from '../src/problem.ts';
import type { RevisionBlock } from '../src/text/revision-text.ts';
import { Annotation, type AnnotationModel } from './annotation.ts';
import { AnnotationFilter, readFilter } from './annotation-list.ts';
import { Block } from './block.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { Mention, type MentionModel } from './mention.ts';
import { prefetchAnnotations } from './prefetch-annotations.ts';
import { prefetchMentions } from './prefetch-mentions.ts';
import { type RangeInRevision, TextRange } from './text-range.ts';

type MarkModel = AnnotationModel | MentionModel;

const Mark = builder.unionType('Mark', {
  description: 'What lies on a stretch of text.',
  types: [Annotation, Mention],
  resolveType: (mark) => ('annotation' in mark ? 'Annotation' : 'Mention'),
});

const MarkKind = builder.enumType('MarkKind', {
  description: 'A kind of mark on a text.',
  values: {
    ANNOTATION: { description: 'Annotations.' },
    MENTION: { description: 'Mentions of entities, suggested or confirmed.' },
  } as const,
});

interface TextRunModel extends RangeInRevision {
  marks: MarkModel[];
}

const TextRun = builder.objectRef<TextRunModel>('TextRun').implement({
  description: 'A stretch of text on which the same marks lie from one end to the other.',
  fields: (t) => ({
    text: t.string({
      description: 'Its words.',
      resolve: ({ revision, start, end }) => revision.text.slice(start, end),
    }),
    range: t.field({
      type: TextRange,
      description: 'Where it stands in the text of the revision.',
      resolve: ({ revision, start, end }) => ({ revision, start, end }),
    }),
    marks: t.field({
      type: [Mark],
      description: 'What lies on it: what begins first comes first, and of those the longest.',
      resolve: ({ marks }) => marks,
    }),
  }),
});

builder.interfaceFields(Block, (t) => ({
  runs: t.field({
    type: [TextRun],
    description:
      "The block's own text cut where anything begins or ends, so that overlapping annotations and mentions can be drawn without arithmetic. The texts of the runs joined are the block's own text, its children's not included.",
    args: runArguments(),
    resolve: async (block, args, context, info) => {
      const [annotations, mentions] = await Promise.all([
        readAnnotationMarks(block, args, context, info),
        readMentionMarks(block, args, context, info),
      ]);
      const models = [...annotations, ...mentions].sort((a, b) => a.start - b.start || b.end - a.end);
      context.budget.text(block.unit?.text.length ?? 0);
      const runs = context.budget.list(runsOf(block, models));
      for (const run of runs) context.budget.list(run.marks);
      return runs;
    },
  }),
  marksOmitted: t.int({
    description: `How many stretches \`runs\` leaves out, since it draws ${MARKS_PER_BLOCK} of each kind on a block at most; \`annotations\` and \`mentions\` list all.`,
    args: runArguments(),
    resolve: async (block, { filter, kinds, confidence }, { loaders }) => {
      const [annotations, mentions] = await Promise.all([
        wants(kinds, 'ANNOTATION') ? loaders.marks.load({ block, filter: readRunsFilter(filter) }) : null,
        wants(kinds, 'MENTION') ? loaders.mentionMarks.load({ block, filter: { confidence } }) : null,
      ]);
      return (annotations?.omitted ?? 0) + (mentions?.omitted ?? 0);
    },
  }),
}));

const runArguments = () =>
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

interface RunsGiven {
  kinds?: readonly (typeof MarkKind.$inferType)[] | null;
  confidence: number;
  filter?: typeof AnnotationFilter.$inferInput | null;
}

interface MarkPlace {
  model: MarkModel;
  start: number;
  end: number;
}

function wants(kinds: RunsGiven['kinds'], kind: typeof MarkKind.$inferType): boolean {
  return !kinds || kinds.includes(kind);
}

async function readAnnotationMarks(
  block: RevisionBlock,
  { kinds, filter }: RunsGiven,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<MarkPlace[]> {
  const checked = readRunsFilter(filter);
  if (!wants(kinds, 'ANNOTATION')) return [];
  const { marks } = await context.loaders.marks.load({ block, filter: checked });
  const places = marks.map(({ row: annotation, start, end }) => ({
    model: { annotation, asOf: block.revision },
    start,
    end,
  }));
  await prefetchAnnotations(
    places.map(({ model }) => model),
    context,
    info,
  );
  return places;
}

async function readMentionMarks(
  block: RevisionBlock,
  { kinds, confidence }: RunsGiven,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<MarkPlace[]> {
  if (!wants(kinds, 'MENTION')) return [];
  const { marks } = await context.loaders.mentionMarks.load({ block, filter: { confidence } });
  const places = marks.map(({ row: mention, start, end }) => ({
    model: { mention, asOf: block.revision },
    start,
    end,
  }));
  await prefetchMentions(
    places.map(({ model }) => model),
    context,
    info,
  );
  return places;
}

/** @throws InputInvalid for a filter by place: runs are of one block, whatever the filter says. */
function readRunsFilter(given: typeof AnnotationFilter.$inferInput | null | undefined) {
  if (given?.overlaps || typeof given?.within === 'string')
    throw new InputInvalid('`overlaps` and `within` do not apply to one block; leave them out.');
  return readFilter(given);
}

function runsOf({ unit, revision }: RevisionBlock, marks: readonly MarkPlace[]): TextRunModel[] {
  if (unit === null) return [];
  return cutIntoRuns(unit.text.length, marks).map((run) => ({
    revision,
    start: unit.start + run.start,
    end: unit.start + run.end,
    marks: [...new Map(run.marks.map(({ model }) => [idOf(model), model])).values()],
  }));
}

function idOf(mark: MarkModel): string {
  return 'annotation' in mark ? mark.annotation.id : mark.mention.id;
}
