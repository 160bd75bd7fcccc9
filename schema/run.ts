import { cutIntoRuns } from '../src/anchors/runs.ts';
import { MARKS_PER_BLOCK } from '../src/annotations/marks.ts';
import { InputInvalid } from '../src/problem.ts';
import type { RevisionBlock } from '../src/text/revision-text.ts';
import { Annotation, type AnnotationModel } from './annotation.ts';
import { AnnotationFilter, readFilter } from './annotation-list.ts';
import { Block } from './block.ts';
import { builder } from './builder.ts';
import { prefetchAnnotations } from './prefetch-annotations.ts';
import { type RangeInRevision, TextRange } from './text-range.ts';

const Mark = builder.unionType('Mark', {
  description: 'What lies on a stretch of text.',
  types: [Annotation],
  resolveType: () => 'Annotation',
});

interface TextRunModel extends RangeInRevision {
  marks: AnnotationModel[];
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
      "The block's own text cut where anything begins or ends, so that overlapping annotations can be drawn without arithmetic. The texts of the runs joined are the block's own text, its children's not included.",
    args: {
      filter: t.arg({
        type: AnnotationFilter,
        description: 'Only what passes this; `overlaps` and `within` are refused.',
      }),
    },
    resolve: async (block, { filter }, context, info) => {
      const { marks } = await context.loaders.marks.load({ block, filter: readRunsFilter(filter) });
      const models = marks.map(({ annotation, start, end }) => ({
        model: { annotation, asOf: block.revision },
        start,
        end,
      }));
      await prefetchAnnotations(
        models.map(({ model }) => model),
        context,
        info,
      );
      context.budget.text(block.unit?.text.length ?? 0);
      const runs = context.budget.list(runsOf(block, models));
      for (const run of runs) context.budget.list(run.marks);
      return runs;
    },
  }),
  marksOmitted: t.int({
    description: `How many annotated stretches \`runs\` leaves out, since it draws ${MARKS_PER_BLOCK} on a block at most; \`annotations\` lists all.`,
    args: { filter: t.arg({ type: AnnotationFilter, description: 'As for `runs`.' }) },
    resolve: async (block, { filter }, { loaders }) =>
      (await loaders.marks.load({ block, filter: readRunsFilter(filter) })).omitted,
  }),
}));

/** @throws InputInvalid for a filter by place: runs are of one block, whatever the filter says. */
function readRunsFilter(given: typeof AnnotationFilter.$inferInput | null | undefined) {
  if (given?.overlaps || typeof given?.within === 'string')
    throw new InputInvalid('`overlaps` and `within` do not apply to one block; leave them out.');
  return readFilter(given);
}

function runsOf(
  { unit, revision }: RevisionBlock,
  marks: readonly { model: AnnotationModel; start: number; end: number }[],
): TextRunModel[] {
  if (unit === null) return [];
  return cutIntoRuns(unit.text.length, marks).map((run) => ({
    revision,
    start: unit.start + run.start,
    end: unit.start + run.end,
    marks: [...new Map(run.marks.map(({ model }) => [model.annotation.id, model])).values()],
  }));
}
