import { Problem } from '../../../problem.ts';
import type { EntityContent } from '../../entity.ts';
import { COMMON_WORD, commonWords } from '../../registry/warnings.ts';
import type { RegistryEntry } from '../registry-entry.ts';
import type { ReadRow } from '../row.ts';
import { checkRow } from './check-row.ts';
import { type CheckedRow, identify } from './identify.ts';
import type { RowOutcome } from './outcome.ts';
import { RegistryView } from './registry-view.ts';
import { unite } from './unite.ts';

/** A row that by itself can be taken in, or of which is known already what becomes of it. */
export type PreparedRow = { place: string; label: string } & (
  | { checked: CheckedRow }
  | { settled: RowOutcome }
);

/** What is to be done about rows. */
export interface Plan {
  outcomes: RowOutcome[];
  /** The entities that are new or changed, as they are then; of new ones the version is 0, and the id stands for one to come. */
  entities: RegistryEntry[];
}

/** Checks what a row says by itself. */
export function prepare(row: ReadRow): PreparedRow {
  const { place, label } = row;
  if ('passedOver' in row) return { place, label, settled: { place, label, outcome: 'PASSED_OVER' } };
  if ('refused' in row)
    return { place, label, settled: { place, label, outcome: 'REFUSED', reason: row.refused } };
  try {
    return { place, label, checked: checkRow(row.given) };
  } catch (error) {
    return { place, label, settled: refuse(row, error) };
  }
}

/**
 * Works out what becomes of rows, one after the other: each sees what those before it did.
 * @param known the entities that the rows may tell of, the oldest first.
 * @param slugFor makes a slug for a new entity that has none.
 */
export function plan(
  known: readonly RegistryEntry[],
  rows: readonly PreparedRow[],
  slugFor: (row: CheckedRow) => string,
): Plan {
  const view = new RegistryView(known);
  const entities = new Map<string, RegistryEntry>();
  const put = (entity: RegistryEntry): void => {
    view.put(entity);
    entities.set(entity.id, entity);
  };
  const outcomes = rows.map((row, at): RowOutcome => {
    if ('settled' in row) return row.settled;
    const { place, label, checked } = row;
    try {
      const there = identify(view, checked);
      if (there === null) {
        const entity = newEntity(`new ${at}`, checked.slug ?? slugFor(checked), checked);
        put(entity);
        return {
          place,
          label,
          outcome: 'NEW',
          entityId: entity.id,
          slug: entity.slug,
          notes: commonNotes(entity.content),
        };
      }
      const { content, notes } = unite(there, checked);
      if (content !== null) put({ ...there, content });
      const outcome = content === null ? 'UNCHANGED' : 'MERGED';
      return { place, label, outcome, entityId: there.id, slug: there.slug, notes };
    } catch (error) {
      return refuse(row, error);
    }
  });
  return { outcomes, entities: [...entities.values()] };
}

function newEntity(id: string, slug: string, { content }: CheckedRow): RegistryEntry {
  return { id, slug, version: 0, formerSlugs: [], content, inherited: { names: [], authorities: [] } };
}

function refuse({ place, label }: { place: string; label: string }, error: unknown): RowOutcome {
  if (!(error instanceof Problem)) throw error;
  return { place, label, outcome: 'REFUSED', reason: error.message };
}

function commonNotes(content: EntityContent): string[] {
  return commonWords(content).map((name) => `"${name}" ${COMMON_WORD}`);
}
