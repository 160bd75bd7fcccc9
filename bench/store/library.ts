import type pg from 'pg';

/** How large a library is. */
export interface LibrarySize {
  documents: number;
  annotations: number;
}

const PARAGRAPHS = 20;
/** How many code points of its paragraph are left before and after an annotated stretch, for its quote. */
const MARGIN = 32;

/** A made-up UUID of version 7 (RFC 9562): of a moment, a kind of row and a number, so that ids sort by age. */
const UUID = `
CREATE FUNCTION bench.uuid(moment timestamptz, kind int, number bigint) RETURNS uuid IMMUTABLE PARALLEL SAFE LANGUAGE sql AS $$
  SELECT (lpad(to_hex((extract(epoch FROM moment) * 1000)::bigint), 12, '0')
    || '7' || lpad(to_hex(kind), 3, '0') || '8' || lpad(to_hex(number), 15, '0'))::uuid
$$`;

/** Documents of the sample's longer paragraphs, in another order each. Parameters: agent, documents, moment of the first. */
const TEXTS = [
  `CREATE TABLE bench.paragraph AS
    SELECT row_number() OVER (ORDER BY b.ordinal) - 1 AS number, u.text, u.checksum, u.words, char_length(u.text) AS length,
      count(*) OVER () AS of
    FROM document d JOIN revision r ON r.document_id = d.id JOIN block b ON b.revision_id = r.id
      JOIN text_unit u ON u.id = b.unit_id
    WHERE d.slug = 'secret-speech' AND b.kind = 'PARAGRAPH' AND char_length(u.text) >= 200
      AND char_length(u.text) < 800`,
  `CREATE TABLE bench.shelf AS
    SELECT d AS document, k AS ordinal, bench.uuid(moment, 1, d) AS document_id, bench.uuid(moment, 2, d) AS revision_id,
      bench.uuid(moment, 3, d * ${PARAGRAPHS} + k) AS unit_id, moment, p.text, p.checksum, p.words, p.length,
      (sum(p.length + 2) OVER (PARTITION BY d ORDER BY k))::int - p.length - 2 AS start
    FROM generate_series(0, $1::int - 1) d CROSS JOIN generate_series(0, ${PARAGRAPHS - 1}) k
      CROSS JOIN LATERAL (SELECT $2::timestamptz + d * interval '1 second' AS moment) m
      JOIN bench.paragraph p ON p.number = (d * 7 + k) % p.of`,
  `INSERT INTO document (id, slug, title, language, latest_revision, created_at, updated_at)
    SELECT document_id, 'library-' || document, 'Document ' || document, 'en', 1, moment, moment
    FROM bench.shelf WHERE ordinal = 0`,
  `INSERT INTO revision (id, document_id, number, checksum, code_point_length, utf16_length, utf8_length, creator_id, created_at)
    SELECT revision_id, document_id, 1, encode(sha256(convert_to(text, 'UTF8')), 'hex'),
      char_length(text), char_length(text), octet_length(text), $1::uuid, moment
    FROM (SELECT revision_id, document_id, moment, string_agg(text, E'\\n\\n' ORDER BY ordinal) AS text
          FROM bench.shelf GROUP BY revision_id, document_id, moment) whole`,
  `INSERT INTO text_unit (id, document_id, lineage_id, text, checksum, words)
    SELECT unit_id, document_id, unit_id, text, checksum, words FROM bench.shelf`,
  `INSERT INTO block (id, revision_id, ordinal, depth, ref, kind, unit_id, start, "end")
    SELECT bench.uuid(moment, 4, document * ${PARAGRAPHS} + ordinal), revision_id, ordinal, 0, (ordinal + 1)::text,
      'PARAGRAPH', unit_id, start, start + length FROM bench.shelf`,
  `INSERT INTO event (id, kind, occurred_at, agent_id, document_id, revision_id)
    SELECT bench.uuid(moment, 5, document), 'DOCUMENT_IMPORTED', moment, $1::uuid, document_id, revision_id
    FROM bench.shelf WHERE ordinal = 0`,
];

/**
 * Annotations one second after the other, each on another document than the one before. Parameters: annotations,
 * documents, moment of the first.
 */
const PLACES = `
CREATE UNLOGGED TABLE bench.place AS
SELECT i, m.moment, s.document_id, s.revision_id, s.unit_id, o.offset, o.offset + n.length AS "end",
  substr(s.text, o.offset + 1, n.length) AS exact,
  substr(s.text, o.offset - ${MARGIN - 1}, ${MARGIN}) AS prefix, substr(s.text, o.offset + n.length + 1, ${MARGIN}) AS suffix,
  (ARRAY['COMMENTING', 'COMMENTING', 'DESCRIBING', 'IDENTIFYING', 'QUESTIONING'])[1 + i % 5] AS motivation,
  string_to_array((ARRAY['people', 'places,dates', 'claims', '', 'to check'])[1 + i / 3 % 5], ',') AS tags
FROM generate_series(0, $1::int - 1) i
  CROSS JOIN LATERAL (SELECT $3::timestamptz + i * interval '1 second' AS moment) m
  JOIN bench.shelf s ON s.document = i::bigint * 7919 % $2 AND s.ordinal = i / $2::int % ${PARAGRAPHS}
  CROSS JOIN LATERAL (SELECT 12 + i % 29 AS length) n
  CROSS JOIN LATERAL (
    SELECT (${MARGIN} + (i * 37::bigint + i / $2::int * 11) % (s.length - ${2 * MARGIN} - 41))::int AS offset) o`;

const REMARK = `'Compare “' || exact || '”, and what is said of it in note ' || i || '.'`;

/** What hangs on each place. Parameter: agent. */
const ANNOTATIONS = [
  `INSERT INTO annotation (id, document_id, creator_id, motivation, tags, visibility, anchored, version, created_at, updated_at)
    SELECT bench.uuid(moment, 16, i), document_id, $1::uuid, motivation::motivation, tags, 'PUBLIC', TRUE, 1, moment, moment
    FROM bench.place ORDER BY i`,
  `INSERT INTO annotation_body (id, annotation_id, ordinal, kind, text, format)
    SELECT bench.uuid(moment, 17, i), bench.uuid(moment, 16, i), 0, 'TEXTUAL', ${REMARK}, 'MARKDOWN'
    FROM bench.place ORDER BY i`,
  `INSERT INTO anchor (id, document_id, annotation_id, ordinal, made_on_id, exact, prefix, suffix)
    SELECT bench.uuid(moment, 18, i), document_id, bench.uuid(moment, 16, i), 0, revision_id, exact, prefix, suffix
    FROM bench.place ORDER BY i`,
  `INSERT INTO anchor_position (id, anchor_id, document_id, first_revision, status, score,
      start_unit_id, start_offset, end_unit_id, end_offset, spanning, released)
    SELECT bench.uuid(moment, 19, i), bench.uuid(moment, 18, i), document_id, 1, 'EXACT', 1,
      unit_id, "offset", unit_id, "end", FALSE, FALSE
    FROM bench.place ORDER BY i`,
  `INSERT INTO event (id, kind, occurred_at, agent_id, document_id, annotation_id, state)
    SELECT bench.uuid(moment, 20, i), 'ANNOTATION_ADDED', moment, $1::uuid, document_id, bench.uuid(moment, 16, i),
      jsonb_build_object('version', 1, 'motivation', motivation, 'tags', tags, 'visibility', 'PUBLIC', 'bodies',
        jsonb_build_array(jsonb_build_object('kind', 'TEXTUAL', 'text', ${REMARK}, 'format', 'MARKDOWN',
          'language', NULL, 'purpose', NULL)))
    FROM bench.place ORDER BY i`,
];

/** The tables that a library is written to. */
const TABLES = [
  'document',
  'revision',
  'text_unit',
  'block',
  'annotation',
  'annotation_body',
  'anchor',
  'anchor_position',
  'event',
];

/**
 * Writes a library straight into the tables, with all rows and columns that the service writes. What belongs to the sample
 * must be there; the schema is as before afterwards, every index and constraint of it.
 */
export async function fillLibrary(
  database: pg.Client,
  agentId: string,
  { documents, annotations }: LibrarySize,
  say: (line: string) => void,
): Promise<void> {
  // The newest annotations of the store are the library’s.
  const last = Date.now();
  const moment = new Date(last - annotations * 1_000);
  const opened = new Date(moment.getTime() - documents * 1_000);
  await database.query(UUID);
  // What is written is right by how it is made; looking at each foreign key would take as long as the rest.
  await database.query(
    "SET session_replication_role = replica; SET work_mem = '256MB'; SET maintenance_work_mem = '512MB'",
  );
  const [paragraphs = '', shelf = '', ...texts] = TEXTS;
  await database.query(paragraphs);
  await database.query(shelf, [documents, opened]);
  await database.query(PLACES, [annotations, documents, moment]);
  const indexes = await dropIndexes(database);
  for (const statement of [...texts, ...ANNOTATIONS]) {
    const begin = performance.now();
    await database.query(statement, statement.includes('$1') ? [agentId] : []);
    say(`  ${/INTO (\w+)/.exec(statement)?.[1]}: ${((performance.now() - begin) / 1000).toFixed(1)} s`);
  }
  const begin = performance.now();
  for (const index of indexes) await database.query(index);
  say(`  indexes: ${((performance.now() - begin) / 1000).toFixed(1)} s`);
  await database.query('RESET session_replication_role; RESET work_mem; RESET maintenance_work_mem');
  await database.query('DROP TABLE bench.paragraph, bench.shelf, bench.place');
}

/** Making indexes anew takes a part of the time of keeping them in order. @returns how to make them. */
async function dropIndexes(database: pg.Client): Promise<string[]> {
  const { rows } = await database.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
     WHERE schemaname = 'public' AND tablename = ANY($1) AND indexname NOT IN (SELECT conname FROM pg_constraint)`,
    [TABLES],
  );
  for (const { name } of rows) await database.query(`DROP INDEX "${name}"`);
  return rows.map(({ definition }) => definition);
}
