import { type LexiconEntry, LexiconPart } from './lexicon-part.ts';

export type { LexiconEntry } from './lexicon-part.ts';

/** A part is joined with the one before it that is not so many times as heavy; and with one of which little is lost. */
const RATIO = 8;
const LIGHT = 1_000;

/**
 * The names of all entities, ready to be found in texts. It never changes; a changed one is another, which shares with it
 * what it can.
 *
 * It has parts, each with an automaton over its names; of an entity the last part that has it counts. Most often
 * there is one. Changes come in a part of their own, and a part is joined with the one before it that is not much
 * heavier, so that parts stay few and a change costs as much as the change, times the logarithm of the whole (Bentley and Saxe,
 * "Decomposable searching problems", 1980).
 */
export class Lexicon {
  /** How many names it has, those that are too common to be looked for as well. */
  readonly size: number;
  readonly #parts: readonly LexiconPart[];

  private constructor(parts: readonly LexiconPart[], size: number) {
    this.#parts = parts;
    this.size = size;
  }

  /** Builds one anew: for a million names in some seconds. @param entries of each entity one. */
  static from(entries: Iterable<LexiconEntry>): Lexicon {
    const part = new LexiconPart(entries);
    return new Lexicon([part], part.nameCount);
  }

  /**
   * A lexicon in which these entities have other names; null, or an entry without names, takes an entity out. Of
   * several changes to an entity the last one counts. A new object: this one stays as it is. The same one where there are no
   * changes.
   */
  with(changes: Iterable<{ entityId: string; entry: LexiconEntry | null }>): Lexicon {
    let fresh = new Map<string, LexiconEntry>();
    for (const { entityId, entry } of changes)
      fresh.set(entityId, { entityId, kind: entry?.kind ?? 'CONCEPT', names: entry?.names ?? [] });
    if (fresh.size === 0) return this;
    let size = this.size;
    for (const { entityId, names } of fresh.values()) size += names.length - this.#countNames(entityId);
    const parts = [...this.#parts];
    for (let last = parts.at(-1); last !== undefined; last = parts.at(-1)) {
      if (last.weight >= Math.max(LIGHT, RATIO * weightOf(fresh.values()))) break;
      parts.pop();
      fresh = joined(last, fresh);
    }
    const entries = [...fresh.values()].filter(({ names }) => parts.length > 0 || names.length > 0);
    return new Lexicon([...parts, new LexiconPart(entries)], size);
  }

  /** The parts, from the oldest on. */
  get parts(): readonly LexiconPart[] {
    return this.#parts;
  }

  /** Whether no later part says something else of an entity than the one at an index. */
  isCurrent(entityId: string, partIndex: number): boolean {
    for (let later = partIndex + 1; later < this.#parts.length; later += 1)
      if (this.#parts[later]?.has(entityId) === true) return false;
    return true;
  }

  #countNames(entityId: string): number {
    return this.#parts.findLast((part) => part.has(entityId))?.countNames(entityId) ?? 0;
  }
}

function joined(part: LexiconPart, over: Map<string, LexiconEntry>): Map<string, LexiconEntry> {
  const entries = new Map<string, LexiconEntry>();
  for (const entry of part.entries()) entries.set(entry.entityId, over.get(entry.entityId) ?? entry);
  for (const [entityId, entry] of over) entries.set(entityId, entry);
  return entries;
}

function weightOf(entries: Iterable<LexiconEntry>): number {
  let weight = 0;
  for (const { names } of entries) weight += 1 + names.length;
  return weight;
}
