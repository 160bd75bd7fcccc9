import type pg from 'pg';

const WRITTEN = `
SELECT jsonb_build_object(
  'annotation', to_jsonb(a) - ARRAY['id', 'created_at', 'updated_at'],
  'body', to_jsonb(y) - ARRAY['id', 'annotation_id'],
  'anchor', to_jsonb(n) - ARRAY['id', 'annotation_id'],
  'position', to_jsonb(p) - ARRAY['id', 'anchor_id'],
  'event', to_jsonb(e) - ARRAY['id', 'sequence', 'occurred_at', 'annotation_id', 'transaction_id'])::text AS written
FROM annotation a
  JOIN annotation_body y ON y.annotation_id = a.id
  JOIN anchor n ON n.annotation_id = a.id
  JOIN anchor_position p ON p.anchor_id = n.id
  JOIN event e ON e.annotation_id = a.id
WHERE a.id = $1`;

/** All that is stored of an annotation with one body and one anchor, apart from ids and times; null when it is not there. */
export async function writtenFor(database: pg.Client, annotationId: string): Promise<string | null> {
  const { rows } = await database.query<{ written: string }>(WRITTEN, [annotationId]);
  return rows.length === 1 ? (rows[0]?.written ?? null) : null;
}

export async function countAnnotations(database: pg.Client, documentId: string): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM annotation WHERE document_id = $1',
    [documentId],
  );
  return rows[0]?.count ?? 0;
}
