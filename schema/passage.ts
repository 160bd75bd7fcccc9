import { carriedPassage, sameUnitsIn } from '../src/documents/carry-passage.ts';
import { type Passage as PassageModel, passageAt, referenceTo } from '../src/documents/passages.ts';
import { rangeOfReference } from '../src/documents/places.ts';
import { NotFound } from '../src/problem.ts';
import { parseReference } from '../src/text/reference.ts';
import { Anchor, anchorAt } from './anchor.ts';
import { Block } from './block.ts';
import { boundedList } from './bounded-list.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { found } from './found.ts';
import { Revision } from './revision.ts';
import { textOf } from './revision-text.ts';
import { TextRange } from './text-range.ts';

const Passage = builder.objectRef<PassageModel>('Passage').implement({
  description: 'What a reference resolves to: words, where they stand, and how to cite them.',
  fields: (t) => ({
    ref: t.string({
      nullable: true,
      description: 'The citable path of the block that the words are in; null for a whole revision.',
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
    resolve: async (passage, _args, context) => {
      const { documentId } = passage.revision;
      const latest = found(await context.loaders.revisionByNumber.read({ documentId, number: null }));
      const revision = await textOf(latest, context);
      const standing = sameUnitsIn(revision, passage);
      if (standing !== null) return passageAt(revision, standing);
      context.budget.compare(passage.revision, revision);
      await context.breathe();
      const alignment = context.scholion.texts.align(passage.revision, revision, latest.language);
      return carriedPassage(alignment, revision, passage);
    },
  }),
}));

/** @throws TextProblem for a malformed reference, or offsets that do not fit its block. */
async function resolve(ref: string, { scholion, loaders }: Context): Promise<PassageModel | null> {
  const reference = parseReference(ref);
  const document = await scholion.store.prisma.document.findUnique({
    where: { slug: reference.slug },
    select: { id: true },
  });
  if (document === null) return null;
  const row = await loaders.revisionByNumber.read({ documentId: document.id, number: reference.revision });
  if (row === null) return null;
  const revision = found(await loaders.text.read(row.id));
  try {
    const range = rangeOfReference(revision, reference.ref, reference.range);
    const block = reference.ref === null ? null : (revision.blockByRef(reference.ref) ?? null);
    return { revision, range: { start: range.start, end: range.end }, block };
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

const exampleReference =
  'such as `secret-speech@1:5.2` (a block) or `secret-speech@1:5.2@17-42` (words in it)';

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
