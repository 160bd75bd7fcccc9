import type { Document as DocumentRow, Revision as RevisionRow } from '../src/store/generated/client.ts';
import { resolveRange } from '../src/text/range.ts';
import { Anchor, madeOnIdOf } from './anchor.ts';
import { Block, BlockKind, Section } from './block.ts';
import { builder } from './builder.ts';
import { numberCursor } from './cursor.ts';
import { Document, ImportDocumentPayload } from './document.ts';
import { found } from './found.ts';
import { connectionOf, pageArguments, readPage } from './page.ts';
import { textOf } from './revision-text.ts';
import { TextRangeInput, unitArgument } from './text-range.ts';
import { when } from './when.ts';

export const Revision = builder.prismaNode('Revision', {
  description: "An immutable state of a document's text.",
  id: { field: 'id' },
  nullable: true,
  fields: (t) => ({
    document: t.field({
      type: Document,
      description: 'The document.',
      resolve: async ({ documentId }, _args, { loaders }) => found(await loaders.document.read(documentId)),
    }),
    number: t.exposeInt('number', { description: 'Counts the revisions of the document, from 1.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was published.' }),
    note: t.exposeString('note', { nullable: true, description: 'What changed.' }),
    checksum: t.exposeString('checksum', {
      description: 'SHA-256 of the canonical text in UTF-8, in hexadecimal.',
    }),
    length: t.int({
      description: 'How long the canonical text is.',
      args: unitArgument(),
      resolve: (revision, { unit }) => lengthIn(revision, unit),
    }),
    text: t.string({
      description:
        'The canonical text: the words of every block, a blank line between them. All ranges refer to it.',
      args: { range: t.arg({ type: TextRangeInput, description: 'Only this part.' }) },
      resolve: async (revision, { range }, context) => {
        context.budget.text(revision.utf16Length);
        const { text, offsets } = await textOf(revision, context);
        if (range === null || range === undefined) return text;
        const { start, end } = resolveRange(offsets, range);
        return text.slice(start, end);
      },
    }),
    children: t.field({
      type: [Block],
      description: 'The top level of the tree.',
      resolve: async (revision, _args, context) =>
        context.budget.list([...(await textOf(revision, context)).top]),
    }),
    blocks: t.field({
      type: BlockConnection,
      description:
        'Every block in document order with its depth, for a frontend that draws a tree of any depth from one query.',
      args: {
        kinds: t.arg({ type: [BlockKind], description: 'Only these kinds.' }),
        ...pageArguments(),
      },
      resolve: async (revision, { kinds, ...pageGiven }, context) => {
        const page = readPage(pageGiven, numberCursor.decode);
        const { blocks } = await textOf(revision, context);
        const wanted = Array.isArray(kinds) ? blocks.filter(({ kind }) => kinds.includes(kind)) : blocks;
        const between = wanted.filter(
          ({ ordinal }) =>
            ordinal > (page.after ?? -1) && ordinal < (page.before ?? Number.POSITIVE_INFINITY),
        );
        const read = page.backward ? between.slice(-(page.size + 1)) : between.slice(0, page.size + 1);
        return connectionOf(
          page,
          read,
          ({ ordinal }) => numberCursor.encode(ordinal),
          () => wanted.length,
        );
      },
    }),
    block: t.field({
      type: Block,
      nullable: true,
      description: 'The block with this ref, or null.',
      args: { ref: t.arg.string({ required: true, description: 'A citable path, such as 5.2.' }) },
      resolve: async (revision, { ref }, context) =>
        (await textOf(revision, context)).blockByRef(ref) ?? null,
    }),
    outline: t.field({
      type: [Section],
      description: 'The sections of every level, in order.',
      resolve: async (revision, _args, context) =>
        context.budget.list(
          (await textOf(revision, context)).blocks.filter(({ kind }) => kind === 'SECTION'),
        ),
    }),
  }),
});

const BlockConnection = builder.connectionObject(
  { type: Block, name: 'BlockConnection', description: 'A page of blocks in document order.' },
  { name: 'BlockEdge', description: 'A block in a list.' },
);

const RevisionConnection = builder.connectionObject(
  { type: Revision, name: 'RevisionConnection', description: 'A page of revisions, newest first.' },
  { name: 'RevisionEdge', description: 'A revision in a list.' },
);

function lengthIn(revision: RevisionRow, unit: 'CODE_POINT' | 'UTF16' | 'UTF8'): number {
  const lengths = {
    CODE_POINT: revision.codePointLength,
    UTF16: revision.utf16Length,
    UTF8: revision.utf8Length,
  };
  return lengths[unit];
}

builder.prismaObjectFields('Document', (t) => ({
  revision: t.field({
    type: Revision,
    nullable: true,
    description: 'The latest revision, or the one with this number; null where there is none.',
    args: { number: t.arg.int({ description: 'Which one.' }) },
    resolve: ({ id }, { number }, { loaders }) =>
      loaders.revisionByNumber.read({ documentId: id, number: number ?? null }),
  }),
  revisions: t.field({
    type: RevisionConnection,
    description: 'All revisions, newest first.',
    args: pageArguments(),
    resolve: async (document, pageGiven, { loaders }) => {
      const page = readPage(pageGiven, numberCursor.decode);
      const numbers = numbersOf(document, page);
      const rows = await Promise.all(
        numbers.map(async (number) =>
          found(await loaders.revisionByNumber.read({ documentId: document.id, number })),
        ),
      );
      return connectionOf(
        page,
        rows,
        ({ number }) => numberCursor.encode(number),
        () => document.latestRevision,
      );
    },
  }),
}));

/** Revisions are numbered without gaps, so a page is known before it is read. */
function numbersOf(
  { latestRevision }: DocumentRow,
  page: { size: number; backward: boolean; after: number | null; before: number | null },
): number[] {
  const newest = Math.min(latestRevision, (page.after ?? latestRevision + 1) - 1);
  const oldest = Math.max(1, (page.before ?? 0) + 1);
  const all = Array.from({ length: Math.max(0, newest - oldest + 1) }, (_, index) => newest - index);
  return page.backward ? all.slice(-(page.size + 1)) : all.slice(0, page.size + 1);
}

builder.objectFields(Anchor, (t) => ({
  madeOn: t.field({
    type: Revision,
    description: 'The revision that it was made on.',
    resolve: (anchor, _args, { loaders }) => when(loaders.revision.read(madeOnIdOf(anchor)), found),
  }),
}));

builder.interfaceFields(Block, (t) => ({
  revision: t.field({
    type: Revision,
    description: 'The revision that it is in.',
    resolve: ({ revision }, _args, { loaders }) => when(loaders.revision.read(revision.id), found),
  }),
}));

builder.objectFields(ImportDocumentPayload, (t) => ({
  revision: t.field({
    type: Revision,
    description: 'The latest revision now.',
    resolve: ({ revision }) => revision,
  }),
}));
