/** A statement that PostgreSQL keeps prepared under its name. */
export interface Prepared {
  name: string;
  text: string;
}

/** What the local user sees, as `src/access/visibility.ts` has it. */
const visible = (agent: string) =>
  `(a.deleted_at IS NULL AND (a.visibility = 'PUBLIC' OR a.creator_id = ${agent}::uuid))`;

const holdsIn = (number: string) =>
  `p.first_revision <= ${number} AND (p.last_revision IS NULL OR p.last_revision >= ${number})`;

const LATEST_REVISION = `SELECT r.id, r.number, r.document_id, d.title
  FROM document d JOIN revision r ON r.document_id = d.id AND r.number = d.latest_revision WHERE d.slug = $1`;

/**
 * A whole document: its blocks in order, and on each its marks with their annotations. Subselects and laterals make
 * the database go from blocks to what hangs on them by index, whatever else the tables hold. Parameters: slug, agent.
 */
export const tree: Prepared = {
  name: 'tree',
  text: `
WITH asked AS MATERIALIZED (${LATEST_REVISION}),
placed AS MATERIALIZED (
  SELECT b.ordinal, b.ref, b.kind, b.depth, b.start, b."end", b.unit_id,
    (SELECT u.text FROM text_unit u WHERE u.id = b.unit_id) AS text
  FROM block b WHERE b.revision_id = (SELECT id FROM asked)
), positions AS MATERIALIZED (
  SELECT n.annotation_id, n.ordinal, f.ordinal AS first, l.ordinal AS last, n.start_offset, n.end_offset,
    f.start + n.start_offset AS start, l.start + n.end_offset AS "end"
  FROM placed f CROSS JOIN LATERAL (
      SELECT n.annotation_id, n.ordinal, p.start_offset, p.end_unit_id, p.end_offset
      FROM anchor_position p JOIN anchor n ON n.id = p.anchor_id
      WHERE p.start_unit_id = f.unit_id AND ${holdsIn('(SELECT number FROM asked)')}
      OFFSET 0
    ) n JOIN placed l ON l.unit_id = n.end_unit_id
), anchors AS (
  SELECT annotation_id, json_agg(json_build_object('start', start, 'end', "end") ORDER BY ordinal) AS list
  FROM positions GROUP BY annotation_id
), annotations AS MATERIALIZED (
  SELECT n.annotation_id AS id, (
    SELECT json_build_object('id', a.id, 'motivation', a.motivation, 'tags', a.tags, 'bodies', COALESCE(
        (SELECT json_agg(json_build_object('text', y.text) ORDER BY y.ordinal)
         FROM annotation_body y WHERE y.annotation_id = a.id), '[]'), 'anchors', n.list)
    FROM annotation a WHERE a.id = n.annotation_id AND ${visible('$2')}) AS annotation
  FROM anchors n
), marks AS (
  SELECT b.ordinal, json_agg(json_build_object(
    'start', CASE WHEN p.first = b.ordinal THEN p.start_offset ELSE 0 END,
    'end', CASE WHEN p.last = b.ordinal THEN p.end_offset ELSE char_length(b.text) END,
    'annotation', a.annotation)) AS list
  FROM positions p JOIN annotations a ON a.id = p.annotation_id AND a.annotation IS NOT NULL
    CROSS JOIN LATERAL generate_series(p.first, p.last) AS reached(ordinal)
    JOIN placed b ON b.ordinal = reached.ordinal AND b.unit_id IS NOT NULL
  GROUP BY b.ordinal
)
SELECT json_build_object('title', r.title, 'number', r.number, 'blocks', (
  SELECT json_agg(json_build_object('ref', b.ref, 'kind', b.kind, 'depth', b.depth, 'start', b.start, 'end', b."end",
    'text', b.text, 'marks', COALESCE(m.list, '[]')) ORDER BY b.ordinal)
  FROM placed b LEFT JOIN marks m ON m.ordinal = b.ordinal))::text AS answer
FROM asked r`,
};

/**
 * The page of 50 annotations after a place, in the order of the text. It reads on from that place along the index of
 * blocks, which it can since it leaves out notes on the whole document and orphans.
 * Parameters: slug, ordinal of the block, offset in it, id, agent.
 */
export const page: Prepared = {
  name: 'page',
  text: `
WITH asked AS MATERIALIZED (${LATEST_REVISION}),
read AS (
  SELECT a.id, a.motivation, a.tags, b.ordinal, p.start_offset
  FROM block b
    JOIN anchor_position p ON p.start_unit_id = b.unit_id AND ${holdsIn('(SELECT number FROM asked)')}
    JOIN anchor n ON n.id = p.anchor_id AND n.ordinal = 0
    JOIN annotation a ON a.id = n.annotation_id AND ${visible('$5')}
  WHERE b.revision_id = (SELECT id FROM asked) AND b.ordinal >= $2::int
    AND (b.ordinal, p.start_offset, a.id) > ($2::int, $3::int, $4::uuid)
  ORDER BY b.ordinal, p.start_offset, a.id LIMIT 51
), ranked AS (
  SELECT *, row_number() OVER (ORDER BY ordinal, start_offset, id) AS rank FROM read
)
SELECT json_build_object(
  'hasNextPage', count(*) > 50,
  'end', (SELECT json_build_object('ordinal', ordinal, 'offset', start_offset, 'id', id) FROM ranked WHERE rank = 50),
  'annotations', json_agg(json_build_object('id', a.id, 'motivation', a.motivation, 'tags', a.tags,
    'bodies', COALESCE(
      (SELECT json_agg(json_build_object('text', y.text) ORDER BY y.ordinal)
       FROM annotation_body y WHERE y.annotation_id = a.id), '[]'),
    'anchors', (
      SELECT json_agg(json_build_object('start', f.start + p.start_offset, 'end', l.start + p.end_offset)
                      ORDER BY n.ordinal)
      FROM anchor n
        JOIN anchor_position p ON p.anchor_id = n.id AND ${holdsIn('(SELECT number FROM asked)')}
        JOIN block f ON f.revision_id = (SELECT id FROM asked) AND f.unit_id = p.start_unit_id
        JOIN block l ON l.revision_id = (SELECT id FROM asked) AND l.unit_id = p.end_unit_id
      WHERE n.annotation_id = a.id)
    ) ORDER BY a.rank) FILTER (WHERE a.rank <= 50))::text AS answer
FROM ranked a`,
};

/**
 * Writes an annotation with a textual body, an anchor, its position and the event. Parameters: annotation, document,
 * agent, motivation, tags, time, body, text, anchor, revision, exact, prefix, suffix, position, number of the
 * revision, unit, start, end, event, state.
 */
export const add: Prepared = {
  name: 'add',
  text: `
WITH added AS (
  INSERT INTO annotation (id, document_id, creator_id, motivation, tags, visibility, anchored, version, created_at, updated_at)
  VALUES ($1::uuid, $2::uuid, $3::uuid, $4::motivation, $5::text[], 'PUBLIC', TRUE, 1, $6::timestamptz, $6::timestamptz)
), body AS (
  INSERT INTO annotation_body (id, annotation_id, ordinal, kind, text, format)
  VALUES ($7::uuid, $1::uuid, 0, 'TEXTUAL', $8::text, 'MARKDOWN')
), anchored AS (
  INSERT INTO anchor (id, document_id, annotation_id, ordinal, made_on_id, exact, prefix, suffix)
  VALUES ($9::uuid, $2::uuid, $1::uuid, 0, $10::uuid, $11::text, $12::text, $13::text)
), position AS (
  INSERT INTO anchor_position (id, anchor_id, document_id, first_revision, status, score,
    start_unit_id, start_offset, end_unit_id, end_offset, spanning)
  VALUES ($14::uuid, $9::uuid, $2::uuid, $15::int, 'EXACT', 1, $16::uuid, $17::int, $16::uuid, $18::int, FALSE)
), happened AS (
  INSERT INTO event (id, kind, occurred_at, agent_id, document_id, annotation_id, state)
  VALUES ($19::uuid, 'ANNOTATION_ADDED', $6::timestamptz, $3::uuid, $2::uuid, $1::uuid, $20::jsonb)
)
SELECT json_build_object('id', $1::uuid)::text AS answer`,
};
