/** What a block is. Readers of different formats produce different subsets of these. */
export type BlockKind =
  | 'SECTION'
  | 'PARAGRAPH'
  | 'LIST'
  | 'LIST_ITEM'
  | 'BLOCK_QUOTE'
  | 'PREFORMATTED'
  | 'TABLE'
  | 'FIGURE'
  | 'NOTE';

/** One node of the tree that a reader makes of an article. */
export interface ArticleBlock {
  kind: BlockKind;
  /**
   * The block's own words: a section's heading, an item's words, a paragraph. Null when it has none, as a
   * LIST; never the empty string.
   */
  text: string | null;
  /** SECTION only: 1 for the outermost sections to 6 for the innermost. A level may be skipped. */
  level?: number;
  /** LIST only: whether the order of the items carries meaning, so that they are numbered. */
  ordered?: boolean;
  children: ArticleBlock[];
}

/** A parsed article, the same for every input format. */
export interface Article {
  /** The empty string when the source names no title. */
  title: string;
  blocks: ArticleBlock[];
}
