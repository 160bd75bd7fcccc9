import type { Document, Revision } from '../store/generated/client.ts';
import { insertRows } from '../store/insert-rows.ts';
import { newId } from '../store/new-id.ts';
import type { Statements } from '../store/store.ts';
import type { Layout } from '../text/layout.ts';
import { checksum } from '../text/normalize.ts';
import { OffsetIndex } from '../text/offsets.ts';

interface NewRevision {
  document: Document;
  number: number;
  agentId: string;
  layout: Layout;
  /** For each unit of the layout the stored unit that it continues, or null for a new one. */
  unitIds: readonly (string | null)[];
  note?: string | null | undefined;
}

/** Writes a revision, its tree and those of its units of text that are new, in three statements. */
export async function insertRevision(statements: Statements, given: NewRevision): Promise<Revision> {
  const { document, number, agentId, layout, note } = given;
  const offsets = new OffsetIndex(layout.text);
  const revision = await statements.revision.create({
    data: {
      documentId: document.id,
      number,
      note: note ?? null,
      checksum: checksum(layout.text),
      codePointLength: offsets.length('CODE_POINT'),
      utf16Length: offsets.length('UTF16'),
      utf8Length: offsets.length('UTF8'),
      creatorId: agentId,
    },
  });
  const units = layout.units.map((text, index) => {
    const known = given.unitIds[index];
    return {
      id: known ?? newId(),
      document_id: document.id,
      text,
      isNew: known === null || known === undefined,
    };
  });
  const newUnits = units
    .filter((unit) => unit.isNew)
    .map(({ id, document_id, text }) => ({ id, document_id, text }));
  if (newUnits.length > 0) await statements.$executeRaw(insertRows('text_unit', newUnits));
  await statements.$executeRaw(insertRows('block', blockRows(revision.id, layout, units, offsets)));
  return revision;
}

function blockRows(
  revisionId: string,
  layout: Layout,
  units: readonly { id: string }[],
  offsets: OffsetIndex,
) {
  const ids = layout.blocks.map(newId);
  return layout.blocks.map((block) => ({
    id: ids[block.ordinal] ?? null,
    revision_id: revisionId,
    ordinal: block.ordinal,
    parent_id: block.parent === null ? null : (ids[block.parent] ?? null),
    depth: block.depth,
    ref: block.ref,
    kind: block.kind,
    level: block.level,
    ordered: block.ordered,
    unit_id: block.unit === null ? null : (units[block.unit]?.id ?? null),
    start: offsets.fromUtf16(block.start, 'CODE_POINT'),
    end: offsets.fromUtf16(block.end, 'CODE_POINT'),
  }));
}
