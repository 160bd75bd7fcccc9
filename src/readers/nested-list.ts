import type { ArticleBlock } from '../text/article.ts';

interface OpenLevel {
  /** The columns that its last item is indented by. */
  indent: number;
  items: ArticleBlock[];
  lastItem: ArticleBlock;
}

/** A list under construction, whose items come one by one with their indents. */
export class NestedList {
  readonly block: ArticleBlock = newList();
  // From the outermost to the innermost level that can take an item; the indents rise.
  readonly #open: OpenLevel[] = [];

  /**
   * Adds an item: inside its predecessor when it is indented deeper, however little; else on the open level
   * whose last item's indent is nearest, the inner one of two that are as near.
   *
   * @param indent in columns
   * @returns the level that the item came to stand on, from 1
   */
  add(indent: number, words: string): number {
    const item: ArticleBlock = { kind: 'LIST_ITEM', text: words, children: [] };
    const previous = this.#open.at(-1);
    if (previous === undefined || indent > previous.indent) {
      this.#openLevel(previous?.lastItem, indent, item);
    } else {
      const level = this.#closeDownTo(indent, previous);
      level.items.push(item);
      level.indent = indent;
      level.lastItem = item;
    }
    return this.#open.length;
  }

  /** Adds a line to the words of the last item. */
  continueItem(words: string): void {
    const item = this.#open.at(-1)?.lastItem;
    if (item !== undefined) item.text = `${item.text}\n${words}`;
  }

  #openLevel(parent: ArticleBlock | undefined, indent: number, item: ArticleBlock): void {
    const list = parent === undefined ? this.block : newList();
    parent?.children.push(list);
    list.children.push(item);
    this.#open.push({ indent, items: list.children, lastItem: item });
  }

  #closeDownTo(indent: number, innermost: OpenLevel): OpenLevel {
    let level = innermost;
    for (;;) {
      const outer = this.#open.at(-2);
      if (outer === undefined || level.indent - indent <= Math.abs(indent - outer.indent)) return level;
      this.#open.pop();
      level = outer;
    }
  }
}

function newList(): ArticleBlock {
  return { kind: 'LIST', text: null, ordered: false, children: [] };
}
