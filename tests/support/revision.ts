import { newId } from '../../src/store/new-id.ts';
import { layOut } from '../../src/text/layout.ts';
import { RevisionText } from '../../src/text/revision-text.ts';

/** A revision of paragraphs, as if it had been stored. */
export function revisionOf(paragraphs: readonly string[]): RevisionText {
  const { blocks, units } = layOut(paragraphs.map((text) => ({ kind: 'PARAGRAPH', text, children: [] })));
  const identity = { id: newId(), number: 1, documentId: newId(), slug: 'made' };
  return new RevisionText(
    identity,
    blocks.map((block) => ({
      id: newId(),
      depth: block.depth,
      ref: block.ref,
      kind: block.kind,
      level: block.level,
      ordered: block.ordered,
      parentId: null,
      unit: block.unit === null ? null : { id: newId(), lineageId: newId(), text: units[block.unit] ?? '' },
    })),
  );
}
