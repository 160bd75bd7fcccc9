import { indexedWords } from '../entities/names/words.ts';
import type { Revision } from '../store/generated/client.ts';
import { insertRows } from '../store/insert-rows.ts';
import { newId } from '../store/new-id.ts';
import type { Client } from '../store/store.ts';
import type { Layout } from '../text/layout.ts';
import { checksum } from '../text/normalize.ts';
import { type RevisionIdentity, RevisionText } from '../text/revision-text.ts';
import type { ChosenUnit } from './choose-units.ts';

/** A revision that is not stored yet, as it will be in memory. @param units those of the layout, in order. */
export function newRevision(
  identity: Omit<RevisionIdentity, 'id'>,
  layout: Layout,
  units: readonly ChosenUnit[],
): RevisionText {
  const ids = layout.blocks.map(newId);
  return new RevisionText(
    { ...identity, id: newId() },
    layout.blocks.map((block, index) => {
      const unit = block.unit === null ? undefined : units[block.unit];
      return {
        id: ids[index] ?? '',
        depth: block.depth,
        ref: block.ref,
        kind: block.kind,
        level: block.level,
        ordered: block.ordered,
        parentId: block.parent === null ? null : (ids[block.parent] ?? null),
        unit: unit === undefined ? null : { id: unit.id, lineageId: unit.lineageId, text: unit.text },
      };
    }),
  );
}

/** Writes a revision, its tree and those of its units of text that are new, in three statements. */
export async function insertRevision(
  statements: Client,
  revision: RevisionText,
  units: readonly ChosenUnit[],
  { agentId, note }: { agentId: string; note: string | null },
): Promise<Revision> {
  const { id, documentId, number, offsets } = revision;
  const written = await statements.revision.create({
    data: {
      id,
      documentId,
      number,
      note,
      checksum: checksum(revision.text),
      codePointLength: offsets.length('CODE_POINT'),
      utf16Length: offsets.length('UTF16'),
      utf8Length: offsets.length('UTF8'),
      creatorId: agentId,
    },
  });
  const newUnits = units
    .filter(({ isNew }) => isNew)
    .map(({ id, lineageId, text }) => ({
      id,
      document_id: documentId,
      lineage_id: lineageId,
      text,
      checksum: checksum(text),
      words: indexedWords(text),
    }));
  if (newUnits.length > 0) await statements.$executeRaw(insertRows('text_unit', newUnits));
  await statements.$executeRaw(insertRows('block', blockRows(revision)));
  return written;
}

function blockRows({ id, blocks, offsets }: RevisionText) {
  return blocks.map((block) => ({
    id: block.id,
    revision_id: id,
    ordinal: block.ordinal,
    parent_id: block.parent?.id ?? null,
    depth: block.depth,
    ref: block.ref,
    kind: block.kind,
    level: block.level,
    ordered: block.ordered,
    unit_id: block.unit?.id ?? null,
    start: offsets.fromUtf16(block.start, 'CODE_POINT'),
    end: offsets.fromUtf16(block.end, 'CODE_POINT'),
  }));
}
