import { answer, edges, object, type Prepared } from './statement.ts';

/**
 * The first 50 places that mention an entity, with the words around them: document by document, in each in the order of
 * the text. Laterals make the database go from an entity to its mentions and on by index, whatever else the tables hold.
 * Parameter: slug.
 */
export const concordance: Prepared = {
  name: 'concordance',
  text: `
WITH asked AS MATERIALIZED (
  SELECT c.id, c.name FROM entity e JOIN entity c ON c.id = e.canonical_id WHERE e.slug = $1
), places AS MATERIALIZED (
  SELECT b.title, n.prefix, n.exact, n.suffix
  FROM entity g CROSS JOIN LATERAL (
      SELECT m.id, m.document_id FROM mention m
      WHERE m.entity_id = g.id AND m.withdrawn_at IS NULL AND m.status <> 'REJECTED' OFFSET 0
    ) m CROSS JOIN LATERAL (
      SELECT n.id, n.prefix, n.exact, n.suffix FROM anchor n WHERE n.mention_id = m.id OFFSET 0
    ) n CROSS JOIN LATERAL (
      SELECT p.start_unit_id, p.start_offset FROM anchor_position p
      WHERE p.anchor_id = n.id AND p.last_revision IS NULL OFFSET 0
    ) p CROSS JOIN LATERAL (
      SELECT d.title, r.id AS revision_id
      FROM document d JOIN revision r ON r.document_id = d.id AND r.number = d.latest_revision
      WHERE d.id = m.document_id OFFSET 0
    ) d CROSS JOIN LATERAL (
      SELECT d.title, b.ordinal FROM block b
      WHERE b.revision_id = d.revision_id AND b.unit_id = p.start_unit_id OFFSET 0
    ) b
  WHERE g.canonical_id = (SELECT id FROM asked)
  ORDER BY m.document_id, b.ordinal, p.start_offset, m.id LIMIT 50
)
SELECT ${answer(
    object(
      `r.name, ${edges(`
  SELECT ${object('p.title')} AS document, ${object(`${object('p.prefix, p.exact, p.suffix')} AS quote`)} AS anchor
  FROM places p`)} AS mentions`,
    ).concat(' AS entity'),
  )}
FROM asked r`,
};
