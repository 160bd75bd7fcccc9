import type { Client } from '../../../store/store.ts';
import { lockRegistry } from '../../registry/lock.ts';
import { freeSlugs, slugOfName } from '../../registry/slugs.ts';
import { writeEntities } from '../../registry/write.ts';
import type { RegistryEntry } from '../registry-entry.ts';
import type { CheckedRow } from './identify.ts';
import type { RowOutcome } from './outcome.ts';
import { type Plan, type PreparedRow, plan } from './plan.ts';
import { readConcerned } from './read-concerned.ts';

/**
 * Takes rows into the registry, within a transaction that keeps others from writing to it; the number of statements does not
 * depend on how many rows there are.
 */
export async function importBatch(
  statements: Client,
  agentId: string,
  rows: readonly PreparedRow[],
): Promise<RowOutcome[]> {
  const checked = rows.flatMap((row) => ('checked' in row ? row.checked : []));
  if (checked.length === 0) return rows.flatMap((row) => ('settled' in row ? row.settled : []));
  await lockRegistry(statements);
  const known = await readConcerned(statements, checked);
  const { outcomes, entities } = await planWithSlugs(statements, known, rows, checked);
  const ids = await writeEntities(
    statements,
    agentId,
    entities.map(({ id, slug, version, content }) => ({
      id: version === 0 ? null : id,
      slug,
      version: version + 1,
      content,
    })),
  );
  const finalIds = new Map(entities.map(({ id }, at) => [id, ids[at] ?? id]));
  return outcomes.map((one) =>
    'entityId' in one ? { ...one, entityId: finalIds.get(one.entityId) ?? one.entityId } : one,
  );
}

/** Plans twice: which rows need a slug is known only then, and what the plan says of others has slugs in it. */
async function planWithSlugs(
  statements: Client,
  known: readonly RegistryEntry[],
  rows: readonly PreparedRow[],
  checked: readonly CheckedRow[],
): Promise<Plan> {
  const needing: CheckedRow[] = [];
  const first = plan(known, rows, (row) => {
    needing.push(row);
    return '';
  });
  if (needing.length === 0) return first;
  const given = new Set(checked.flatMap(({ slug }) => slug ?? []));
  const wanted = needing.map(({ content }) => slugOfName(content.names[0]?.text ?? ''));
  const slugs = (await freeSlugs(statements, wanted, given)).values();
  return plan(known, rows, () => {
    const { value, done } = slugs.next();
    if (done === true) throw new Error('The second plan needs more slugs than the first');
    return value;
  });
}
