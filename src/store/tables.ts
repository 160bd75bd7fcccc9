/** Every table of the store, those first that others refer to. */
export const tables = [
  'agent',
  'document',
  'revision',
  'text_unit',
  'block',
  'entity',
  'entity_name',
  'entity_authority',
  'source',
  'source_creator',
  'source_term',
  'source_word',
  'annotation',
  'annotation_body',
  'mention',
  'citation',
  'anchor',
  'anchor_position',
  'event',
] as const;

export type Table = (typeof tables)[number];

/** The columns of the primary keys that are not just an `id`. */
const keys: Partial<Record<Table, readonly string[]>> = {
  source_term: ['term', 'source_id'],
  source_word: ['word'],
};

/** The columns that tell a row of a table from the others. */
export function keyOf(table: Table): readonly string[] {
  return keys[table] ?? ['id'];
}

/** The columns that mean nothing in another database, which a backup leaves out. */
const ownOfDatabase: Partial<Record<Table, string>> = { event: 'transaction_id' };

/** What a backup keeps of a row `t` of a table, as an SQL expression of type json. */
export function keptOf(table: Table): string {
  const column = ownOfDatabase[table];
  return column === undefined ? 'to_json(t)' : `to_jsonb(t) - '${column}'`;
}
