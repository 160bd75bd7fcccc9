import type { ArticleBlock } from '../../src/text/article.ts';

/** A line per block, indented by its depth: its kind, a section's level, and its words. */
export function outline(blocks: readonly ArticleBlock[], indent = ''): string[] {
  return blocks.flatMap(({ kind, level, text, children }) => [
    `${indent}${kind}${level ?? ''}${text === null ? '' : ` ${text}`}`,
    ...outline(children, `${indent}  `),
  ]);
}
