import {
  answer,
  edges,
  globalId,
  holdsIn,
  LATEST_REVISION,
  list,
  object,
  type Prepared,
  visible,
} from './statement.ts';

/**
 * A whole document: its blocks in order with their text, and its first hundred annotations in the order of the text.
 * Parameters: slug, agent.
 */
export const article: Prepared = {
  name: 'article',
  text: `
WITH asked AS MATERIALIZED (${LATEST_REVISION}),
placed AS MATERIALIZED (
  SELECT b.ordinal, b.ref, b.kind, b.depth, b.start, b.unit_id,
    (SELECT u.text FROM text_unit u WHERE u.id = b.unit_id) AS text
  FROM block b WHERE b.revision_id = (SELECT id FROM asked)
), positions AS MATERIALIZED (
  SELECT n.annotation_id, n.ordinal, f.ordinal AS block, n.start_offset, f.start + n.start_offset AS start,
    l.start + n.end_offset AS "end"
  FROM placed f CROSS JOIN LATERAL (
      SELECT n.annotation_id, n.ordinal, p.start_offset, p.end_unit_id, p.end_offset
      FROM anchor_position p JOIN anchor n ON n.id = p.anchor_id
      WHERE p.start_unit_id = f.unit_id AND n.annotation_id IS NOT NULL AND ${holdsIn('(SELECT number FROM asked)')}
      OFFSET 0
    ) n JOIN placed l ON l.unit_id = n.end_unit_id
), annotations AS (
  SELECT n.annotation_id, n.place, n.ranges FROM (
    SELECT annotation_id, min(ARRAY[block, start_offset]) AS place, array_agg(start ORDER BY start, ordinal) AS starts,
      array_agg("end" ORDER BY start, ordinal) AS ends
    FROM positions GROUP BY annotation_id
  ) g CROSS JOIN LATERAL (SELECT g.annotation_id, g.place,
    ${list(`SELECT ${object('s AS start, e AS "end"')} AS range FROM unnest(g.starts, g.ends) AS u(s, e)`)} AS ranges) n
)
SELECT ${answer(
    object(
      `r.title, ${object(
        `r.number, ${edges(`
  SELECT b.ref, b.kind, b.depth,
    CASE WHEN b.unit_id IS NULL THEN '[]'::json ELSE ${list('SELECT b.text')} END AS runs
  FROM placed b ORDER BY b.ordinal`)} AS blocks`,
      )} AS revision, ${edges(`
  SELECT ${globalId('Annotation', 'a.id')} AS id, a.motivation, a.tags,
    ${list('SELECT y.text FROM annotation_body y WHERE y.annotation_id = a.id ORDER BY y.ordinal')} AS bodies,
    n.ranges AS anchors
  FROM annotations n JOIN annotation a ON a.id = n.annotation_id AND ${visible('$2')}
  ORDER BY n.place, a.id LIMIT 100`)} AS annotations`,
    ).concat(' AS document'),
  )}
FROM asked r`,
};
