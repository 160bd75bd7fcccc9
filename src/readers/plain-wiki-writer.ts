import type { Article, ArticleBlock } from '../text/article.ts';
import { TextProblem } from '../text/problem.ts';

const INDENT = '  ';

/**
 * Writes an article in plain wiki form: a blank line between blocks, `= Title =` with inner spaces,
 * `==Section==` without, items nested by two spaces, a line feed at the end. What `readPlainWiki` has read is
 * written so that it reads back equal. Of an article from elsewhere the words are kept, but words that look
 * like markup (a paragraph starting with '- ') or two lists in a row read back as what they look like.
 *
 * @throws TextProblem BLOCK_NOT_WRITABLE for a block that the form has nothing for, as a table or a numbered
 *   list
 */
export function writePlainWiki(article: Article): string {
  const parts = article.title === '' ? [] : [`= ${article.title} =`];
  writeBlocks(article.blocks, parts);
  return `${parts.join('\n\n')}\n`;
}

function writeBlocks(blocks: readonly ArticleBlock[], parts: string[]): void {
  for (const block of blocks) {
    if (block.kind === 'SECTION') {
      parts.push(heading(block));
      writeBlocks(block.children, parts);
    } else if (block.kind === 'LIST') {
      const items: string[] = [];
      writeItems(block, '', items);
      parts.push(items.join('\n'));
    } else if (block.kind === 'PARAGRAPH' || block.kind === 'BLOCK_QUOTE') {
      if (block.children.length > 0) throw notWritable('a paragraph or quote with blocks inside');
      parts.push(wordsOf(block));
    } else {
      throw notWritable(`a block of the kind ${block.kind}`);
    }
  }
}

function heading(section: ArticleBlock): string {
  const signs = '='.repeat((section.level ?? 1) + 1);
  const words = wordsOf(section);
  // An equals sign would be taken for one of the markup's, and U+0338 would join it as U+2260.
  const isApart = /^[=\p{M}]|=$/u.test(words);
  return isApart ? `${signs} ${words} ${signs}` : `${signs}${words}${signs}`;
}

function writeItems(list: ArticleBlock, indent: string, items: string[]): void {
  if (list.ordered === true) throw notWritable('a numbered list');
  for (const item of list.children) {
    if (item.kind !== 'LIST_ITEM') throw notWritable(`a block of the kind ${item.kind} in a list`);
    items.push(`${indent}- ${wordsOf(item).replaceAll('\n', `\n${indent}${INDENT}`)}`);
    for (const child of item.children) {
      if (child.kind !== 'LIST') throw notWritable(`a block of the kind ${child.kind} in a list item`);
      writeItems(child, indent + INDENT, items);
    }
  }
}

function wordsOf(block: ArticleBlock): string {
  if (block.text === null) throw notWritable(`a block of the kind ${block.kind} without words of its own`);
  return block.text;
}

function notWritable(what: string): TextProblem {
  return new TextProblem(
    'BLOCK_NOT_WRITABLE',
    `Plain wiki text has no way to write ${what}; choose another format.`,
  );
}
