import { cutIntoRuns } from '../src/anchors/runs.ts';
import { MARKS_PER_BLOCK } from '../src/documents/marks.ts';
import type { RevisionBlock } from '../src/text/revision-text.ts';
import { Annotation } from './annotation.ts';
import { Block } from './block.ts';
import { builder } from './builder.ts';
import { Citation, type CitationModel } from './citation.ts';
import type { Context } from './context.ts';
import { Mention } from './mention.ts';
import {
  type MarkModel,
  type MarkPlace,
  readAnnotationMarks,
  readCitationMarks,
  readMentionMarks,
  readRunsFilter,
  runArguments,
  wants,
} from './run-marks.ts';
import { requireShare } from './share.ts';
import { type RangeInRevision, TextRange } from './text-range.ts';

const Mark = builder.unionType('Mark', {
  description: 'What lies on a stretch of text.',
  types: [Annotation, Mention, Citation],
  resolveType: (mark) => ('annotation' in mark ? 'Annotation' : 'mention' in mark ? 'Mention' : 'Citation'),
});

interface TextRunModel extends RangeInRevision {
  marks: MarkModel[];
  quotedFrom: CitationModel[];
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
    quotedFrom: t.field({
      type: [Citation],
      description:
        'Of the citations among its marks, those whose quoted words it is part of; the others cite here.',
      resolve: ({ quotedFrom }) => quotedFrom,
    }),
  }),
});

builder.interfaceFields(Block, (t) => ({
  runs: t.field({
    type: [TextRun],
    description:
      "The block's own text cut where anything begins or ends, so that overlapping annotations, mentions and citations can be drawn without arithmetic. The texts of the runs joined are the block's own text, its children's not included.",
    args: runArguments(),
    resolve: (block, args, context, info) => {
      requireShare(args.confidence);
      const seen = { context, info };
      const read = [
        readAnnotationMarks(block, args, seen),
        readMentionMarks(block, args, seen),
        readCitationMarks(block, args, seen),
      ];
      const there = read.flatMap((marks) => (marks instanceof Promise ? [] : [marks]));
      if (there.length === read.length) return drawnRuns(block, there.flat(), context);
      return Promise.all(read).then((marks) => drawnRuns(block, marks.flat(), context));
    },
  }),
  marksOmitted: t.int({
    description: `How many stretches \`runs\` leaves out, since it draws ${MARKS_PER_BLOCK} of each kind on a block at most; \`annotations\` and \`mentions\` list all.`,
    args: runArguments(),
    resolve: async (block, { filter, kinds, confidence }, { loaders }) => {
      requireShare(confidence);
      const marks = await Promise.all([
        wants(kinds, 'ANNOTATION') ? loaders.marks.read({ block, filter: readRunsFilter(filter) }) : null,
        wants(kinds, 'MENTION') ? loaders.mentionMarks.read({ block, filter: { confidence } }) : null,
        wants(kinds, 'CITATION') ? loaders.citationMarks.read({ block }) : null,
      ]);
      return marks.reduce((sum, one) => sum + (one?.omitted ?? 0), 0);
    },
  }),
}));

function drawnRuns(block: RevisionBlock, marks: MarkPlace[], { budget }: Context): TextRunModel[] {
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  budget.text(block.unit?.text.length ?? 0);
  const runs = budget.list(runsOf(block, marks));
  for (const run of runs) budget.items(run.marks.length + run.quotedFrom.length);
  return runs;
}

function runsOf({ unit, revision }: RevisionBlock, marks: readonly MarkPlace[]): TextRunModel[] {
  if (unit === null) return [];
  return cutIntoRuns(unit.text.length, marks).map((run) => ({
    revision,
    start: unit.start + run.start,
    end: unit.start + run.end,
    marks: eachOnce(run.marks),
    quotedFrom: run.marks.flatMap(({ quotedFrom }) => quotedFrom ?? []),
  }));
}

/** A mark with several anchors may lie on a run more than once. */
function eachOnce(marks: readonly MarkPlace[]): MarkModel[] {
  const models = marks.map(({ model }) => model);
  const byId = new Map(models.map((model) => [idOf(model), model]));
  return byId.size === models.length ? models : [...byId.values()];
}

function idOf(mark: MarkModel): string {
  if ('annotation' in mark) return mark.annotation.id;
  return 'mention' in mark ? mark.mention.id : mark.citation.id;
}
