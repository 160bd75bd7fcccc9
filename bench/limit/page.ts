import { answer, base64url, globalId, list, object, type Prepared, visible } from './statement.ts';

const NODE = `SELECT ${globalId('Annotation', 'a.id')} AS id, a.motivation, a.tags,
    ${list('SELECT y.text FROM annotation_body y WHERE y.annotation_id = a.id ORDER BY y.ordinal')} AS bodies,
    (SELECT row_to_json(d) FROM (SELECT title FROM document WHERE id = a.document_id) d) AS document,
    ${list(`SELECT ${object('n.exact')} AS quote FROM anchor n WHERE n.annotation_id = a.id ORDER BY n.ordinal`)} AS anchors
  FROM listed_first a ORDER BY a.id DESC LIMIT 50`;

/** The page of 50 annotations of the whole store, newest first, after an id. Parameters: id or null, agent. */
export const page: Prepared = {
  name: 'page',
  text: `
WITH listed_first AS MATERIALIZED (
  SELECT a.id, a.motivation, a.tags, a.document_id FROM annotation a
  WHERE a.id < COALESCE($1::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff') AND ${visible('$2')}
  ORDER BY a.id DESC LIMIT 51
)
SELECT ${answer(
    object(`${list(`SELECT node FROM (${NODE}) node`)} AS edges,
      ${object(`(SELECT count(*) > 50 FROM listed_first) AS "hasNextPage",
        (SELECT ${base64url("'NEWEST.0.0.' || id")} FROM listed_first ORDER BY id DESC OFFSET 49 LIMIT 1) AS "endCursor"`)} AS "pageInfo"`).concat(
      ' AS annotations',
    ),
  )}`,
};
