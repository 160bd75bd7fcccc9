import { type Passage as PassageModel, passageAt, referenceTo } from '../src/documents/passages.ts';
import { NotFound } from '../src/problem.ts';
import { resolveRange } from '../src/text/range.ts';
import { Anchor, anchorAt, rangeIn } from './anchor.ts';
import { Block } from './block.ts';
import { boundedList } from './bounded-list.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { found } from './found.ts';
import { findPassage, latestOf } from './passage-find.ts';
import { Revision } from './revision.ts';
import { textOf } from './revision-text.ts';
import { TextRange, TextRangeInput } from './text-range.ts';

export const Passage = builder.objectRef<PassageModel>('Passage').implement({
  description: 'What a reference resolves to: words, where they stand, and how to cite them.',
  fields: (t) => ({
    ref: t.string({
      nullable: true,
      description:
        'The citable path of the block that the words are in; null for a whole revision, and for words over several blocks.',
      resolve: ({ block }) => block?.ref ?? null,
    }),
    urn: t.string({
      description: 'The canonical reference, with the number of the revision.',
      resolve: referenceTo,
    }),
    revision: t.field({
      type: Revision,
      description: 'The revision that the words stand in.',
      resolve: async ({ revision }, _args, { loaders }) => found(await loaders.revision.read(revision.id)),
    }),
    range: t.field({
      type: TextRange,
      description: 'Where the words stand in it.',
      resolve: ({ revision, range }) => ({ revision, ...range }),
    }),
    text: t.string({
      description: 'The words.',
      resolve: ({ revision, range }, _args, { budget }) => {
        budget.text(range.end - range.start);
        return revision.text.slice(range.start, range.end);
      },
    }),
    blocks: t.field({
      type: [Block],
      description: 'The blocks whose own words are among them, in order.',
      resolve: ({ revision, range }, _args, { budget }) =>
        budget.list(revision.unitsIn(range).map(({ block }) => block)),
    }),
    anchor: t.field({
      type: Anchor,
      description: 'The words with what stands around them.',
      resolve: ({ revision, range }) => anchorAt(revision, { range, score: 1 }, 'EXACT'),
    }),
  }),
});

builder.objectFields(Passage, (t) => ({
  latest: t.field({
    type: Passage,
    nullable: true,
    description:
      'The very words where they stand in the latest revision, moved or not; null where they do not stand there any more.',
    resolve: (passage, _args, context) => latestOf(passage, context),
  }),
}));

/** What a canonical reference points at; null where there is no such place. @throws TextProblem */
async function resolve(ref: string, context: Context): Promise<PassageModel | null> {
  try {
    return await findPassage(ref, context);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

const exampleReference =
  'such as `secret-speech@1:5.2` (a block), `secret-speech@1:5.2@17-42` (words in it) or `secret-speech@1:5.2@17-5.4@3` (words over several blocks)';

builder.queryFields((t) => ({
  passage: t.field({
    type: Passage,
    nullable: true,
    description: `What a canonical reference points at, ${exampleReference}; null where there is no such place.`,
    args: { ref: t.arg.string({ required: true, description: 'A canonical reference.' }) },
    resolve: (_root, { ref }, context) => resolve(ref, context),
  }),
  passages: t.field({
    type: [Passage],
    nullable: { list: false, items: true },
    description: 'What canonical references point at, in their order, null where there is no such place.',
    args: {
      refs: t.arg.stringList({
        required: true,
        description: 'Canonical references.',
        validate: boundedList('refs'),
      }),
    },
    resolve: (_root, { refs }, context) => refs.map((ref) => resolve(ref, context)),
  }),
}));

builder.prismaObjectFields('Revision', (t) => ({
  passage: t.field({
    type: Passage,
    nullable: true,
    description:
      'The words in a range, with how to cite them: what a frontend asks for a selection. White space between blocks at its ends is left out.',
    args: { range: t.arg({ type: TextRangeInput, required: true, description: 'Which words.' }) },
    resolve: async (row, { range }, context) => {
      const revision = await textOf(row, context);
      return passageAt(revision, resolveRange(revision.offsets, range));
    },
  }),
}));

builder.objectFields(Anchor, (t) => ({
  passage: t.field({
    type: Passage,
    nullable: true,
    description:
      'Where the words stand in the revision asked for, with how to cite them; null where it points at none.',
    resolve: (anchor) => {
      const range = rangeIn(anchor);
      return range === null ? null : passageAt(anchor.revision, range);
    },
  }),
}));
