import { Prisma } from '../store/generated/client.ts';
import type { Statements, Store } from '../store/store.ts';
import { type Change, dependenciesOf, isKnown } from './dependencies.ts';
import { Versions } from './versions.ts';

/** How many changes are looked at one by one when they come at once; more count as a change of everything. */
const CHANGES_AT_ONCE = 5_000;

/**
 * What is visible now and was not in an earlier snapshot. A sequence number would not tell: it is given when an event is
 * written, and what is written later may be committed earlier. Of an annotation whose anchors stay as they are it tells
 * where they stand, and whether an edit changed who sees it.
 *
 * The bounds are subselects so that PostgreSQL need not plan it anew for each snapshot, which takes longer than running it:
 * it takes one plan for all where it cannot make a better one for a value. They are two, though nothing is beyond the
 * second, and there is an order, so that it expects few rows and reads them by the index, whatever else there is. OFFSET 0 has
 * the positions of each anchor looked up in the index: where it has no statistics yet it reads the whole table for each event.
 */
const since = (snapshot: string) => Prisma.sql`
SELECT pg_current_snapshot()::text AS snapshot, e.kind, e.document_id AS "documentId",
  e.annotation_id AS "annotationId", e.citation_id AS "citationId", t.units AS "unitIds", t.across AS "isAcross",
  CASE WHEN e.kind = 'ANNOTATION_EDITED' THEN e.state ->> 'visibility' IS DISTINCT FROM (
    SELECT b.state ->> 'visibility' FROM event b
    WHERE b.annotation_id = e.annotation_id AND b.sequence < e.sequence AND b.state ? 'visibility'
    ORDER BY b.sequence DESC LIMIT 1) ELSE TRUE END AS "isSeenAnew"
FROM (SELECT 1) one LEFT JOIN LATERAL (
  SELECT * FROM event
  WHERE transaction_id >= (SELECT pg_snapshot_xmin(${snapshot}::pg_snapshot))
    AND transaction_id < (SELECT pg_snapshot_xmax(pg_current_snapshot()))
    AND NOT pg_visible_in_snapshot(transaction_id, ${snapshot}::pg_snapshot)
  ORDER BY transaction_id LIMIT ${Prisma.raw(String(CHANGES_AT_ONCE + 1))}
) e ON TRUE LEFT JOIN LATERAL (
  SELECT coalesce(array_agg(DISTINCT u.id) FILTER (WHERE u.id IS NOT NULL), '{}') AS units,
    coalesce(bool_or(p.spanning), FALSE) AS across
  FROM anchor n
    CROSS JOIN LATERAL (SELECT * FROM anchor_position WHERE anchor_id = n.id OFFSET 0) p
    CROSS JOIN LATERAL (VALUES (p.start_unit_id), (p.end_unit_id)) u(id)
  WHERE n.annotation_id = e.annotation_id
) t ON e.kind IN ('ANNOTATION_ADDED', 'ANNOTATION_EDITED', 'ANNOTATION_DELETED', 'ANNOTATION_RESTORED')`;

/** The beginning: what was written in another database, whose transactions have other numbers, is no change. */
const BEGIN = Prisma.sql`
UPDATE event SET transaction_id = NULL
WHERE transaction_id >= pg_snapshot_xmax(pg_current_snapshot())`;

const SNAPSHOT = Prisma.sql`SELECT pg_current_snapshot()::text AS snapshot`;

type Row = { snapshot: string } & (Change | { kind: null });

/**
 * Follows the event log, whoever writes to it: this process or another one. It does not wait for changes but reads
 * those that there are when somebody wants to rely on what was read before.
 */
export class ChangeFeed {
  readonly versions = new Versions();
  readonly #statements: Statements;
  #snapshot: string | null = null;
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;

  constructor({ statements }: Pick<Store, 'statements'>) {
    this.#statements = statements;
  }

  /**
   * Takes in all that was committed before the call.
   * @returns the time to which `versions` has come.
   */
  async catchUp(): Promise<number> {
    // A reading that has begun may have missed what was committed since, so all who come meanwhile share the next one.
    this.#next ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#running = this.#read();
        this.#next = null;
        return this.#running;
      });
    await this.#next;
    return this.versions.now;
  }

  async #read(): Promise<void> {
    if (this.#snapshot === null) {
      await this.#statements.$queryRaw(BEGIN);
      const [row] = await this.#statements.$queryRaw<{ snapshot: string }[]>(SNAPSHOT);
      this.#snapshot = row?.snapshot ?? null;
      this.versions.changeAll();
      return;
    }
    const rows = await this.#statements.$queryRaw<Row[]>(since(this.#snapshot));
    this.#snapshot = rows[0]?.snapshot ?? null;
    // An event of a kind that this version does not know, written by a later one, may have changed anything.
    if (rows.length > CHANGES_AT_ONCE || rows.some(({ kind }) => kind !== null && !isKnown(kind)))
      return this.versions.changeAll();
    const changed = new Set(rows.flatMap((row) => (row.kind === null ? [] : dependenciesOf(row))));
    if (changed.size > 0) this.versions.change(changed);
  }
}
