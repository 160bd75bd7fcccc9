import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** How many statements a connection keeps prepared at most, and after how many runs one is worth it. */
const PREPARED = 300;
const RUNS_BEFORE = 2;

/** How many statements are counted that are not prepared yet. */
const COUNTED = 2_000;

/**
 * Names the statements that a server shall keep prepared: those that come again and again, so that it does not work out
 * each time how to run them. The name tells the text, so that it can never stand for another one, whoever shares the
 * connection.
 */
export class StatementNames {
  readonly #runs = new LRUCache<string, number>({ max: COUNTED });
  readonly #names = new Map<string, string>();

  /** The name of a statement; empty for one that is not to be kept. */
  nameOf(sql: string): string {
    const known = this.#names.get(sql);
    if (known !== undefined) return known;
    const runs = (this.#runs.get(sql) ?? 0) + 1;
    this.#runs.set(sql, runs);
    if (runs <= RUNS_BEFORE || this.#names.size >= PREPARED) return '';
    const name = `s${createHash('sha256').update(sql).digest('base64url').slice(0, 32)}`;
    this.#runs.delete(sql);
    this.#names.set(sql, name);
    return name;
  }
}
