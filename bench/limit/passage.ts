import { answer, edges, globalId, holdsIn, list, object, type Prepared, visible } from './statement.ts';

/**
 * A block of a revision with what is said of it, in the order of the text. It reads what begins in the block.
 * Parameters: slug, number, ref, agent.
 */
export const passage: Prepared = {
  name: 'passage',
  text: `
WITH asked AS MATERIALIZED (
  SELECT b.unit_id, u.text FROM document d JOIN revision r ON r.document_id = d.id AND r.number = $2
    JOIN block b ON b.revision_id = r.id AND b.ref = $3 JOIN text_unit u ON u.id = b.unit_id
  WHERE d.slug = $1
), beginning AS MATERIALIZED (
  SELECT n.annotation_id, min(p.start_offset) AS start
  FROM anchor_position p JOIN anchor n ON n.id = p.anchor_id
  WHERE p.start_unit_id = (SELECT unit_id FROM asked) AND n.annotation_id IS NOT NULL AND ${holdsIn('$2')}
  GROUP BY n.annotation_id
)
SELECT ${answer(
    object(
      `r.text, ${list(
        `SELECT ${edges(`
  SELECT ${globalId('Annotation', 'a.id')} AS id,
    ${list('SELECT y.text FROM annotation_body y WHERE y.annotation_id = a.id ORDER BY y.ordinal')} AS bodies
  FROM beginning n JOIN annotation a ON a.id = n.annotation_id AND ${visible('$4')}
  ORDER BY n.start, a.id LIMIT 50`)} AS annotations`,
      )} AS blocks`,
    ).concat(' AS passage'),
  )}
FROM asked r`,
};
