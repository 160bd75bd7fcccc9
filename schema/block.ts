import { referenceTo } from '../src/documents/passages.ts';
import { BlockKind as BlockKinds } from '../src/store/generated/enums.ts';
import type { RevisionBlock } from '../src/text/revision-text.ts';
import { builder } from './builder.ts';
import { loadNodes } from './load-nodes.ts';
import { blockTypeOf } from './node-types.ts';
import { TextRange } from './text-range.ts';

export const BlockKind = builder.enumType('BlockKind', {
  description: 'What a block is.',
  values: Object.values(BlockKinds),
});

type BlockKindName = keyof typeof BlockKinds;

export const Block = builder.interfaceRef<RevisionBlock>('Block').implement({
  description: 'A node of the tree of a revision.',
  interfaces: [builder.nodeInterfaceRef()],
  resolveType: ({ kind }) => blockTypeOf[kind],
  fields: (t) => ({
    ref: t.exposeString('ref', {
      description: 'Citable path in its revision: `5` is the fifth top-level block, `5.2` its second child.',
    }),
    urn: t.string({
      description: 'The canonical reference of this block, as `Query.passage` takes it.',
      resolve: (block) => referenceTo({ revision: block.revision, range: block, block }),
    }),
    kind: t.expose('kind', { type: BlockKind, description: 'What it is, as its type says too.' }),
    ordinal: t.exposeInt('ordinal', { description: 'Its place in document order, from 0.' }),
    depth: t.exposeInt('depth', { description: 'Its depth in the tree, 0 at the top.' }),
    range: t.field({
      type: TextRange,
      description: 'Where its text stands, its children included.',
      resolve: ({ revision, start, end }) => ({ revision, start, end }),
    }),
    text: t.string({
      description: 'Its text, its children included.',
      resolve: ({ revision, start, end }, _args, { budget }) => {
        budget.text(end - start);
        return revision.text.slice(start, end);
      },
    }),
  }),
});

builder.interfaceFields(Block, (t) => ({
  parent: t.field({
    type: Block,
    nullable: true,
    description: 'The block that it is in.',
    resolve: ({ parent }) => parent,
  }),
  ancestors: t.field({
    type: [Block],
    description: 'The blocks that it is in, from the top down.',
    resolve: (block, _args, { budget }) => budget.list(ancestorsOf(block)),
  }),
  previous: t.field({
    type: Block,
    nullable: true,
    description: 'The block before it in the same parent.',
    resolve: (block) => sibling(block, -1),
  }),
  next: t.field({
    type: Block,
    nullable: true,
    description: 'The block after it in the same parent.',
    resolve: (block) => sibling(block, 1),
  }),
  children: t.field({
    type: [Block],
    description: 'The blocks in it.',
    resolve: ({ children }, _args, { budget }) => budget.list(children),
  }),
}));

function ancestorsOf(block: RevisionBlock): RevisionBlock[] {
  return block.parent === null ? [] : [...ancestorsOf(block.parent), block.parent];
}

function sibling(block: RevisionBlock, step: 1 | -1): RevisionBlock | null {
  const siblings = block.parent?.children ?? block.revision.top;
  // The last part of the ref is the place among siblings, from 1.
  const place = Number(block.ref.slice(block.ref.lastIndexOf('.') + 1)) - 1;
  return siblings[place + step] ?? null;
}

function implement(kind: BlockKindName, description: string) {
  const type = blockTypeOf[kind];
  return builder.node(builder.objectRef<RevisionBlock>(type), {
    description,
    interfaces: [Block],
    id: { resolve: ({ id }) => id },
    loadMany: (ids, { loaders }) =>
      loadNodes(type, ids, async (id) => {
        const revisionId = await loaders.revisionOfBlock.read(id);
        const revision = revisionId === null ? null : await loaders.text.read(revisionId);
        const block = revision?.blockById(id);
        return block?.kind === kind ? block : null;
      }),
  });
}

export const Section = implement(
  'SECTION',
  'A part of the text under a heading; the heading is its own text.',
);
builder.objectFields(Section, (t) => ({
  heading: t.string({ description: 'The heading.', resolve: ({ unit }) => unit?.text ?? '' }),
  level: t.int({
    description: 'The level of the heading, 1 being the highest.',
    resolve: ({ level }) => level ?? 1,
  }),
}));

const List = implement('LIST', 'A list of items.');
builder.objectFields(List, (t) => ({
  ordered: t.boolean({
    description: 'Whether the items are numbered.',
    resolve: ({ ordered }) => ordered === true,
  }),
}));

implement('PARAGRAPH', 'A paragraph.');
implement('LIST_ITEM', 'An item of a list; lists in it are its children.');
implement('BLOCK_QUOTE', 'A passage quoted from elsewhere, set off from the text.');
implement('PREFORMATTED', 'Text whose white space matters, such as verse or code.');
implement('TABLE', 'A table.');
implement('FIGURE', 'A figure with its caption.');
implement('NOTE', 'A footnote or endnote of the text itself.');
