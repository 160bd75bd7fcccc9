import type { RevisionAlignment } from '../anchors/alignment/align-revisions.ts';
import type { Client } from '../store/store.ts';
import { checksum } from '../text/normalize.ts';
import type { RevisionText } from '../text/revision-text.ts';
import { type ChosenUnit, chooseUnits, type PastUnit } from './choose-units.ts';
import type { RevisionTexts } from './revision-texts.ts';

/**
 * Chooses the units of a document's next revision, among those of its past where they have the same words. Where the
 * whole text is that of an earlier revision, they are its units.
 */
export async function chooseUnitsOfPast(
  statements: Client,
  texts: RevisionTexts,
  before: RevisionText,
  alignment: RevisionAlignment,
  text: string,
): Promise<ChosenUnit[]> {
  const again = await findSameText(statements, texts, before.documentId, alignment.after, text);
  if (again !== null)
    return again.units.map((unit) => ({
      id: unit.id,
      lineageId: unit.lineageId,
      text: unit.text,
      isNew: false,
    }));
  const changed = alignment.after.filter((_, index) => alignment.units[index]?.unchanged !== true);
  const past = await findPastUnits(statements, before.documentId, new Set(changed.map(checksum)));
  return chooseUnits(before.units, alignment, past);
}

/** The newest revision with this text, of the same units; null where there is none. */
async function findSameText(
  statements: Client,
  texts: RevisionTexts,
  documentId: string,
  units: readonly string[],
  text: string,
): Promise<RevisionText | null> {
  const same = await statements.revision.findFirst({
    where: { documentId, checksum: checksum(text) },
    orderBy: { number: 'desc' },
    select: { id: true },
  });
  if (same === null) return null;
  const found = (await texts.load(statements, [same.id])).get(same.id);
  if (found?.units.length !== units.length) return null;
  return found.units.every((unit, index) => unit.text === units[index]) ? found : null;
}

async function findPastUnits(
  statements: Client,
  documentId: string,
  checksums: ReadonlySet<string>,
): Promise<PastUnit[]> {
  if (checksums.size === 0) return [];
  return await statements.$queryRaw<PastUnit[]>`
    SELECT u.id, u.lineage_id AS "lineageId", u.checksum, (
        SELECT t.lineage_id FROM block c JOIN text_unit t ON t.id = c.unit_id
        WHERE c.revision_id = l.revision_id AND c.ordinal < l.ordinal ORDER BY c.ordinal DESC LIMIT 1
      ) AS "previousLineageId", (
        SELECT t.lineage_id FROM block c JOIN text_unit t ON t.id = c.unit_id
        WHERE c.revision_id = l.revision_id AND c.ordinal > l.ordinal ORDER BY c.ordinal LIMIT 1
      ) AS "nextLineageId"
    FROM text_unit u CROSS JOIN LATERAL (
      SELECT b.revision_id, b.ordinal FROM block b JOIN revision r ON r.id = b.revision_id
      WHERE b.unit_id = u.id ORDER BY r.number DESC LIMIT 1
    ) l
    WHERE u.document_id = ${documentId}::uuid AND u.checksum = ANY(${[...checksums]}::text[]) ORDER BY u.id`;
}
