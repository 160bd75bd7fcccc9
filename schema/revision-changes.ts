import {
  type BlockChange as BlockChangeModel,
  changesBetween,
  type BlockChangeKind as Kind,
} from '../src/documents/changes.ts';
import { NotFound } from '../src/problem.ts';
import { Block } from './block.ts';
import { builder } from './builder.ts';
import { textOf } from './revision-text.ts';

const BlockChangeKind = builder.enumType('BlockChangeKind', {
  description: 'How a block differs between two revisions.',
  values: {
    ADDED: { description: 'It continues none of the other revision.' },
    REMOVED: { description: 'None of this revision continues it.' },
    EDITED: {
      description: 'Its words are others, or it is a block of another kind or level. It may have moved, too.',
    },
    MOVED: { description: 'Its words are the same, but it stands in another order among the others.' },
  } satisfies Record<Kind, object>,
});

const BlockChange = builder.objectRef<BlockChangeModel>('BlockChange').implement({
  description: 'A block that is not as it was in another revision.',
  fields: (t) => ({
    kind: t.expose('kind', { type: BlockChangeKind, description: 'How it differs.' }),
    before: t.expose('before', {
      type: Block,
      nullable: true,
      description: 'The block in the other revision; null when it was added.',
    }),
    after: t.expose('after', {
      type: Block,
      nullable: true,
      description: 'The block in this revision; null when it was removed.',
    }),
  }),
});

builder.prismaObjectFields('Revision', (t) => ({
  changesSince: t.field({
    type: [BlockChange],
    description:
      'The blocks with words of their own that differ from another revision of the document, earlier or later, in the order of this one; what was removed comes where it stood.',
    args: { number: t.arg.int({ required: true, description: 'The number of the other revision.' }) },
    resolve: async (revision, { number }, context) => {
      const { documentId } = revision;
      const other = await context.loaders.revisionByNumber.read({ documentId, number });
      if (other === null)
        throw new NotFound(`There is no revision ${number} of this document; \`revisions\` lists them.`);
      const [before, after] = await Promise.all([textOf(other, context), textOf(revision, context)]);
      return context.budget.list(changesBetween(before, after));
    },
  }),
}));
