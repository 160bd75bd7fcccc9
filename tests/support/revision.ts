import { newId } from '../../src/store/new-id.ts';
import type { ArticleBlock } from '../../src/text/article.ts';
import { layOut } from '../../src/text/layout.ts';
import { RevisionText } from '../../src/text/revision-text.ts';

/** A revision of paragraphs, as if it had been stored. */
export function revisionOf(paragraphs: readonly string[]): RevisionText {
  return revisionOfBlocks(paragraphs.map((text) => ({ kind: 'PARAGRAPH', text, children: [] })));
}

/** A revision of a tree of blocks, as if it had been stored. */
export function revisionOfBlocks(tree: readonly ArticleBlock[]): RevisionText {
  const { blocks, units } = layOut(tree);
  const ids = blocks.map(() => newId());
  const identity = { id: newId(), number: 1, documentId: newId(), slug: 'made' };
  return new RevisionText(
    identity,
    blocks.map((block, ordinal) => ({
      id: ids[ordinal] ?? '',
      depth: block.depth,
      ref: block.ref,
      kind: block.kind,
      level: block.level,
      ordered: block.ordered,
      parentId: block.parent === null ? null : (ids[block.parent] ?? null),
      unit: block.unit === null ? null : { id: newId(), lineageId: newId(), text: units[block.unit] ?? '' },
    })),
  );
}
