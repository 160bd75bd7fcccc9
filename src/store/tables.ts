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
  'annotation',
  'annotation_body',
  'mention',
  'anchor',
  'anchor_position',
  'event',
] as const;

export type Table = (typeof tables)[number];
