import type { BlockKind } from '../src/text/article.ts';

/** The GraphQL type of each kind of block. */
export const blockTypeOf = {
  SECTION: 'Section',
  PARAGRAPH: 'Paragraph',
  LIST: 'List',
  LIST_ITEM: 'ListItem',
  BLOCK_QUOTE: 'BlockQuote',
  PREFORMATTED: 'Preformatted',
  TABLE: 'Table',
  FIGURE: 'Figure',
  NOTE: 'Note',
} as const satisfies Record<BlockKind, string>;

/** The names of all types of blocks, as ids have them. */
export const blockTypes: readonly string[] = Object.values(blockTypeOf);

/** The names of all types whose objects have ids. */
export const nodeTypes: readonly string[] = [
  'Agent',
  'Annotation',
  'Citation',
  'Document',
  'Entity',
  'Mention',
  'Revision',
  'Source',
  ...blockTypes,
];

/** The names of types whose objects have ids by which a change may name them, but are read with what they belong to only. */
export const partTypes: readonly string[] = [
  'Anchor',
  'AnnotationEvent',
  'CitationEvent',
  'EntityEvent',
  'SourceEvent',
];
