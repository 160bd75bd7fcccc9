/** A statement that PostgreSQL keeps prepared under its name, and that answers one row with one text. */
export interface Prepared {
  name: string;
  text: string;
}

/** What the local user sees, as `src/access/visibility.ts` has it. */
export const visible = (agent: string) =>
  `(a.deleted_at IS NULL AND (a.visibility = 'PUBLIC' OR a.creator_id = ${agent}::uuid))`;

export const holdsIn = (number: string) =>
  `p.first_revision <= ${number} AND (p.last_revision IS NULL OR p.last_revision >= ${number})`;

/** The latest revision of the document whose slug is the first parameter. */
export const LATEST_REVISION = `SELECT r.id, r.number, r.document_id, d.title
  FROM document d JOIN revision r ON r.document_id = d.id AND r.number = d.latest_revision WHERE d.slug = $1`;

/** The id by which clients know an object, as `schema/global-id.ts` makes it. */
export const globalId = (typename: string, id: string) => base64url(`'${typename}:' || ${id}`);

/** Of up to 57 bytes: beyond that PostgreSQL breaks lines. */
export const base64url = (text: string) =>
  `translate(rtrim(encode(convert_to(${text}, 'UTF8'), 'base64'), '='), '+/', '-_')`;

/** A JSON array of a query's rows, without blanks, as JSON.stringify writes it. */
export const list = (rows: string) =>
  `(SELECT COALESCE(array_to_json(array_agg(listed)), '[]') FROM (${rows}) listed)`;

/** A JSON object of the columns given, without blanks. */
export const object = (columns: string) => `(SELECT row_to_json(made) FROM (SELECT ${columns}) made)`;

export const edges = (nodes: string) => object(`${list(`SELECT node FROM (${nodes}) node`)} AS edges`);

/** The answer to a query whose only field is the one given. */
export const answer = (columns: string) => `'{"data":' || ${object(columns)}::text || '}' AS answer`;
