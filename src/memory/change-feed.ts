import type { Store } from '../store/store.ts';
import { type Change, dependenciesOf } from './dependencies.ts';
import { Versions } from './versions.ts';

/** How many changes are looked at one by one when they come at once; more count as a change of everything. */
const CHANGES_AT_ONCE = 5_000;

/**
 * What is visible now and was not in an earlier snapshot. A sequence number would not tell: it is given when an event is
 * written, and what is written later may be committed earlier.
 */
const SINCE = `
SELECT pg_current_snapshot()::text AS snapshot, e.kind, e.document_id AS "documentId",
  e.annotation_id AS "annotationId", e.citation_id AS "citationId"
FROM (SELECT 1) one LEFT JOIN LATERAL (
  SELECT * FROM event
  WHERE transaction_id >= pg_snapshot_xmin($1::pg_snapshot)
    AND NOT pg_visible_in_snapshot(transaction_id, $1::pg_snapshot)
  LIMIT ${CHANGES_AT_ONCE + 1}
) e ON TRUE`;

/** The beginning: what was written in another database, whose transactions have other numbers, is no change. */
const BEGIN = `
UPDATE event SET transaction_id = NULL
WHERE transaction_id >= pg_snapshot_xmax(pg_current_snapshot())`;

const SNAPSHOT = 'SELECT pg_current_snapshot()::text AS snapshot';

type Row = { snapshot: string } & (Change | { kind: null });

/**
 * Follows the event log, whoever writes to it: this process or another one. It does not wait for changes but reads
 * those that there are when somebody wants to rely on what was read before.
 */
export class ChangeFeed {
  readonly versions = new Versions();
  readonly #query: Store['query'];
  #snapshot: string | null = null;
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;

  constructor({ query }: Pick<Store, 'query'>) {
    this.#query = query;
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
      await this.#query('change-feed-begin', BEGIN, []);
      const [row] = await this.#query<{ snapshot: string }>('change-feed-snapshot', SNAPSHOT, []);
      this.#snapshot = row?.snapshot ?? null;
      this.versions.changeAll();
      return;
    }
    const rows = await this.#query<Row>('change-feed', SINCE, [this.#snapshot]);
    this.#snapshot = rows[0]?.snapshot ?? null;
    if (rows.length > CHANGES_AT_ONCE) return this.versions.changeAll();
    const changed = new Set(rows.flatMap((row) => (row.kind === null ? [] : dependenciesOf(row))));
    if (changed.size > 0) this.versions.change(changed);
  }
}
