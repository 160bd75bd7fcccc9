import { distance } from 'fastest-levenshtein';
import type { TokenMap } from './token-map.ts';

/** Above so many tokens on a side a change is a rewriting, in which no word is the old one spelt otherwise. */
const CHANGE_LIMIT = 12;

/** What it costs to leave a token out, and to put another one in its place, by how alike the two are. */
const OMISSION = 0.6;

/** Tokens that others were put in the place of, in order; either may be none. */
export interface Change {
  olds: number[];
  news: number[];
}

/**
 * Where the old tokens are in the new text: the equal ones as they were paired, the others, in small changes, as the words
 * that were put in their place.
 */
export class TokenImages {
  readonly #map: TokenMap;
  readonly #before: readonly string[];
  readonly #after: readonly string[];
  /** For each token that a change was looked at for: the new token in its place, or -1. */
  readonly #replaced = new Map<number, number>();
  readonly #changes = new Map<number, Change | null>();

  constructor(map: TokenMap, before: readonly string[], after: readonly string[]) {
    this.#map = map;
    this.#before = before;
    this.#after = after;
  }

  /** The token of the new text that a token of the old one became, or -1. */
  of(token: number): number {
    const image = this.#map.image[token] ?? -1;
    if (image >= 0) return image;
    const known = this.#replaced.get(token);
    if (known !== undefined) return known;
    this.#lookAtChange(token);
    return this.#replaced.get(token) ?? -1;
  }

  /** The change that an unpaired token is in; null when it is too large to be looked at. */
  changeOf(token: number): Change | null {
    this.of(token);
    return this.#changes.get(token) ?? null;
  }

  #lookAtChange(token: number): void {
    this.#replaced.set(token, -1);
    const change = this.#changeAround(token);
    if (change === null) return;
    for (const old of change.olds) {
      this.#replaced.set(old, -1);
      this.#changes.set(old, change);
    }
    for (const [old, other] of this.#substitute(change.olds, change.news)) this.#replaced.set(old, other);
  }

  /** The unpaired tokens around one, up to the next paired ones on either side in both texts; null when too many. */
  #changeAround(token: number): Change | null {
    const map = this.#map;
    const areaIndex = map.areaOf[token] ?? 0;
    const area = map.areas[areaIndex];
    if (area === undefined) return null;
    const olds = [token];
    const walk = (step: 1 | -1): number | null => {
      for (let at = token + step; at >= area.before.start && at < area.before.end; at += step) {
        if (map.areaOf[at] !== areaIndex) continue;
        const image = map.image[at] ?? -1;
        if (image >= 0) return image;
        olds.push(at);
        if (olds.length > CHANGE_LIMIT) return null;
      }
      return step === -1 ? area.after.start - 1 : area.after.end;
    };
    const previous = walk(-1);
    const next = previous === null ? null : walk(1);
    if (previous === null || next === null) return null;
    const news: number[] = [];
    for (let at = previous + 1; at < next; at += 1) {
      if ((map.origin[at] ?? -1) >= 0) continue;
      news.push(at);
      if (news.length > CHANGE_LIMIT) return null;
    }
    return { olds: olds.sort((a, b) => a - b), news };
  }

  /** Pairs the tokens of a change so that they are as alike as can be, in order. */
  #substitute(olds: number[], news: number[]): [number, number][] {
    const costs: number[][] = [];
    const pairCost = olds.map((old) => news.map((other) => this.#unlikeness(old, other)));
    for (let row = olds.length; row >= 0; row -= 1) {
      costs[row] = [];
      for (let column = news.length; column >= 0; column -= 1) {
        const cost = Math.min(
          row < olds.length ? OMISSION + at(costs, row + 1, column) : Number.POSITIVE_INFINITY,
          column < news.length ? OMISSION + at(costs, row, column + 1) : Number.POSITIVE_INFINITY,
          row < olds.length && column < news.length
            ? at(pairCost, row, column) + at(costs, row + 1, column + 1)
            : Number.POSITIVE_INFINITY,
        );
        (costs[row] ?? [])[column] = Number.isFinite(cost) ? cost : 0;
      }
    }
    const pairs: [number, number][] = [];
    let row = 0;
    let column = 0;
    while (row < olds.length && column < news.length) {
      const here = at(costs, row, column);
      if (near(here, at(pairCost, row, column) + at(costs, row + 1, column + 1))) {
        pairs.push([olds[row] ?? 0, news[column] ?? 0]);
        row += 1;
        column += 1;
      } else if (near(here, OMISSION + at(costs, row + 1, column))) row += 1;
      else column += 1;
    }
    return pairs;
  }

  #unlikeness(old: number, other: number): number {
    const left = this.#word(this.#map.before, this.#map.beforeUnits, this.#before, old);
    const right = this.#word(this.#map.after, this.#map.afterUnits, this.#after, other);
    return distance(left, right) / Math.max(left.length, right.length);
  }

  #word(tokens: TokenMap['before'], units: number[], texts: readonly string[], token: number): string {
    const text = texts[units[tokens.texts[token] ?? 0] ?? 0] ?? '';
    return text.slice(tokens.starts[token], tokens.ends[token]).toLowerCase();
  }
}

function at(table: number[][], row: number, column: number): number {
  return table[row]?.[column] ?? 0;
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-9;
}
