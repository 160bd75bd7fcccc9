import type pg from 'pg';

/** Takes out of a filled store what runs have written to it since. Nobody may use it meanwhile. */
export async function tidy(database: pg.Client): Promise<void> {
  await database.query(`
    CREATE TEMP TABLE written AS
    SELECT DISTINCT annotation_id AS id FROM event
    WHERE sequence > (SELECT sequence FROM bench.filled) AND annotation_id IS NOT NULL`);
  await database.query('ANALYZE written');
  for (const statement of [
    'DELETE FROM event USING written w WHERE annotation_id = w.id',
    'DELETE FROM anchor_position p USING anchor n, written w WHERE n.annotation_id = w.id AND p.anchor_id = n.id',
    'DELETE FROM anchor USING written w WHERE annotation_id = w.id',
    'DELETE FROM annotation_body USING written w WHERE annotation_id = w.id',
    'DELETE FROM annotation a USING written w WHERE a.id = w.id',
    'DROP TABLE written',
    'VACUUM ANALYZE annotation, annotation_body, anchor, anchor_position, event',
  ])
    await database.query(statement);
}
