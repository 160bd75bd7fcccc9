import type { ArticleBlock, BlockKind } from './article.ts';
import { TextProblem } from './problem.ts';

/** What stands between two texts in the canonical text of a revision. */
export const UNIT_SEPARATOR = '\n\n';

/** A block of a revision, with its place in the tree and in the canonical text. */
export interface LaidBlock {
  /** 0-based place in document order: a block comes before its children. */
  ordinal: number;
  /** 0 at the top level. */
  depth: number;
  /** The parent's ordinal; null at the top level. */
  parent: number | null;
  /** 1-based places among siblings, from the top down, joined by '.': '5.2'. */
  ref: string;
  kind: BlockKind;
  level: number | null;
  ordered: boolean | null;
  /** Index of its own text in `Layout.units`; null when it has none. */
  unit: number | null;
  /** UTF-16 offset in the canonical text of its own text, or else of its first descendant's. */
  start: number;
  /** UTF-16 offset in the canonical text of the end of its last descendant's text, or else of its own. */
  end: number;
}

export interface Layout {
  /** The canonical text: every block's own text, in document order, two line feeds between them. */
  text: string;
  /** The texts that it is made of, in order. */
  units: string[];
  /** Where each of them starts in the canonical text, in UTF-16 code units. */
  unitStarts: number[];
  /** In document order, so that `blocks[ordinal]` is the block. */
  blocks: LaidBlock[];
}

/**
 * Lays an article out as the canonical text of a revision. Its title is no part of that. Takes time in
 * proportion to the article and any depth of nesting.
 *
 * @throws TextProblem TEXT_EMPTY when no block has text
 * @throws RangeError when a block is to have an empty text, or neither it nor anything in it has text: no
 *   reader makes such a block, and it would have no place in the canonical text
 */
export function layOut(blocks: readonly ArticleBlock[]): Layout {
  const laid: LaidBlock[] = [];
  const units: string[] = [];
  const unitStarts: number[] = [];
  let length = 0;

  const stack = children(blocks, null);
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const block = lay(next, laid.length);
    laid.push(block);
    const { text } = next.block;
    if (text !== null) {
      if (text === '') throw new RangeError(`Block ${block.ref} has an empty text instead of none`);
      block.unit = units.length;
      block.start = units.length === 0 ? 0 : length + UNIT_SEPARATOR.length;
      length = block.start + text.length;
      block.end = length;
      units.push(text);
      unitStarts.push(block.start);
    }
    for (const child of children(next.block.children, block)) stack.push(child);
  }
  if (units.length === 0) {
    throw new TextProblem('TEXT_EMPTY', 'The text has no words; give it at least one paragraph.');
  }
  encloseDescendants(laid);
  return { text: units.join(UNIT_SEPARATOR), units, unitStarts, blocks: laid };
}

interface Pending {
  block: ArticleBlock;
  parent: LaidBlock | null;
  position: number;
}

/** Last child first, since they are taken from the end of a stack. */
function children(blocks: readonly ArticleBlock[], parent: LaidBlock | null): Pending[] {
  return blocks.map((block, index) => ({ block, parent, position: index + 1 })).reverse();
}

function lay({ block, parent, position }: Pending, ordinal: number): LaidBlock {
  return {
    ordinal,
    depth: parent === null ? 0 : parent.depth + 1,
    parent: parent === null ? null : parent.ordinal,
    ref: parent === null ? `${position}` : `${parent.ref}.${position}`,
    kind: block.kind,
    level: block.level ?? null,
    ordered: block.ordered ?? null,
    unit: null,
    start: Number.POSITIVE_INFINITY,
    end: Number.NEGATIVE_INFINITY,
  };
}

/** From the last block to the first, so that a block is complete before it is added to its parent. */
function encloseDescendants(laid: LaidBlock[]): void {
  for (const block of laid.toReversed()) {
    if (block.end < block.start) throw new RangeError(`Block ${block.ref} holds no text`);
    const parent = block.parent === null ? undefined : laid[block.parent];
    if (parent === undefined) continue;
    parent.start = Math.min(parent.start, block.start);
    parent.end = Math.max(parent.end, block.end);
  }
}
