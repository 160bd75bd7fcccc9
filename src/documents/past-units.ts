import type { RevisionAlignment } from '../anchors/alignment/align-revisions.ts';
import type { Statements } from '../store/store.ts';
import { checksum } from '../text/normalize.ts';
import type { RevisionText } from '../text/revision-text.ts';
import { type ChosenUnit, chooseUnits, type PastUnit } from './choose-units.ts';
import type { RevisionTexts } from './revision-texts.ts';

/**
 * Chooses the units of a document's next revision, among those of its past where they have the same words. Where the
 * whole text is that of an earlier revision, they are its units.
 */
export async function chooseUnitsOfPast(
  statements: Statements,
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
  statements: Statements,
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
  statements: Statements,
  documentId: string,
  checksums: ReadonlySet<string>,
): Promise<PastUnit[]> {
  if (checksums.size === 0) return [];
  return await statements.$queryRaw<PastUnit[]>`
    SELECT id, lineage_id AS "lineageId", checksum FROM text_unit
    WHERE document_id = ${documentId}::uuid AND checksum = ANY(${[...checksums]}::text[]) ORDER BY id`;
}
