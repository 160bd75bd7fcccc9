import {
  answer,
  globalId,
  holdsIn,
  LATEST_REVISION,
  list,
  object,
  type Prepared,
  visible,
} from './statement.ts';

const ANNOTATION = `(SELECT row_to_json(x) FROM (
  SELECT ${globalId('Annotation', 'a.id')} AS id, a.motivation, a.tags,
    ${list('SELECT y.text FROM annotation_body y WHERE y.annotation_id = a.id ORDER BY y.ordinal')} AS bodies
  FROM annotation a WHERE a.id = m.annotation_id AND ${visible('$3')}) x)`;
const MENTION = `(SELECT row_to_json(x) FROM (
  SELECT ${globalId('Mention', 'v.id')} AS id, ${object('c.name, c.slug')} AS entity
  FROM mention v JOIN entity e ON e.id = v.entity_id JOIN entity c ON c.id = e.canonical_id
  WHERE v.id = m.mention_id AND v.withdrawn_at IS NULL AND v.status <> 'REJECTED' AND v.confidence >= 0.5) x)`;
const CITATION = `(SELECT row_to_json(x) FROM (
  SELECT ${globalId('Citation', 'c.id')} AS id, ${object('w.title, w.key')} AS source
  FROM citation c JOIN source s ON s.id = c.source_id JOIN source w ON w.id = s.canonical_id
  WHERE c.id = m.citation_id AND c.deleted_at IS NULL) x)`;

/**
 * A section with the blocks in it: of each its text, and what is marked on it, uncut. It reads what begins in the section.
 * Parameters: slug, ref, agent.
 */
export const section: Prepared = {
  name: 'section',
  text: `
WITH asked AS MATERIALIZED (${LATEST_REVISION}),
top AS MATERIALIZED (
  SELECT b.id FROM block b WHERE b.revision_id = (SELECT id FROM asked) AND b.ref = $2
), placed AS MATERIALIZED (
  SELECT b.ordinal, b.ref, b.kind, b.unit_id, (SELECT u.text FROM text_unit u WHERE u.id = b.unit_id) AS text
  FROM block b WHERE b.id = (SELECT id FROM top) OR b.parent_id = (SELECT id FROM top)
), positions AS MATERIALIZED (
  SELECT f.ordinal AS first, COALESCE(l.ordinal, CASE WHEN n.spanning THEN 2147483647 ELSE f.ordinal END) AS last,
    n.annotation_id, n.mention_id, n.citation_id, n.start_offset, n.end_offset
  FROM placed f CROSS JOIN LATERAL (
      SELECT n.annotation_id, n.mention_id, n.citation_id, p.spanning, p.start_offset, p.end_unit_id, p.end_offset
      FROM anchor_position p JOIN anchor n ON n.id = p.anchor_id
      WHERE p.start_unit_id = f.unit_id AND ${holdsIn('(SELECT number FROM asked)')}
      OFFSET 0
    ) n LEFT JOIN placed l ON l.unit_id = n.end_unit_id
), marked AS MATERIALIZED (
  SELECT m.*, COALESCE(${ANNOTATION}, ${MENTION}, ${CITATION}) AS mark FROM positions m
)
SELECT ${answer(
    `${list(`
  SELECT b.ref, b.kind, b.text, ${list(`
    SELECT CASE WHEN m.first = b.ordinal THEN m.start_offset ELSE 0 END AS start,
      CASE WHEN m.last = b.ordinal THEN m.end_offset ELSE char_length(b.text) END AS "end", m.mark
    FROM marked m WHERE b.ordinal BETWEEN m.first AND m.last AND m.mark IS NOT NULL`)} AS marks
  FROM placed b ORDER BY b.ordinal`)} AS blocks`,
  )}`,
};
