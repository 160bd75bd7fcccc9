import type { Client } from '../../store/store.ts';
import { foundBy, IMPORTED } from './found-by.ts';
import type { SourceToWrite } from './write.ts';

/** Writes down what sources are found by, in place of what they were found by. */
export async function writeTerms(statements: Client, sources: readonly SourceToWrite[]): Promise<void> {
  const changed = sources.filter(({ isNew }) => !isNew).map(({ id }) => id);
  if (changed.length > 0)
    await statements.$executeRaw`
      DELETE FROM source_term
      WHERE source_id = ANY(${changed}::uuid[]) AND NOT starts_with(term, ${IMPORTED})`;
  const found = sources.map(({ id, key, content }) => ({ id, ...foundBy({ key, content }) }));
  await addTerms(
    statements,
    found.map(({ id, terms }) => ({ id, terms })),
  );
  const words = [...new Set(found.flatMap((one) => one.words))];
  if (words.length > 0)
    await statements.$executeRaw`
      INSERT INTO source_word (word) SELECT unnest(${words}::text[]) ON CONFLICT DO NOTHING`;
}

/** Adds to what sources are found by. */
export async function addTerms(
  statements: Client,
  added: readonly { id: string; terms: readonly string[] }[],
): Promise<void> {
  if (added.length === 0) return;
  await statements.$executeRaw`
    INSERT INTO source_term (term, source_id)
    SELECT t.term, w.id FROM json_to_recordset(${JSON.stringify(added)}::json) AS w(id uuid, terms text[])
      CROSS JOIN LATERAL unnest(w.terms) AS t(term)
    ON CONFLICT DO NOTHING`;
}
