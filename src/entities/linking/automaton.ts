import { Edges } from './edges.ts';
import type { Sequences } from './sequences.ts';

const ROOT = 0;

/**
 * Finds all of a set of sequences of words in one pass over a text, however many they are: the automaton of Aho and
 * Corasick, "Efficient string matching: an aid to bibliographic search", CACM 18 (1975), over numbers of words in place
 * of letters. A state is a number; 0 is where nothing has been read. All of it is in typed arrays.
 */
export class Automaton {
  /** By word: the state after it as the first of a sequence. */
  readonly #first: Int32Array;
  readonly #edges: Edges;
  /** By state: the state of the longest proper end of what it has read that a sequence begins with. */
  readonly #failures: Int32Array;
  /** By state: the same, of those at which a sequence ends. */
  readonly #links: Int32Array;
  /** By state: how many words it has read. */
  readonly #depths: Uint8Array;
  /** By state: the number of the first sequence that ends there, from 1. */
  readonly #sequences: Int32Array;
  /** By sequence: the number of the next that is equal to it, from 1. */
  readonly #equals: Int32Array;

  /**
   * @param sequences of at most 255 words; empty ones are never found.
   * @param wordCount words are numbers below it.
   */
  constructor(sequences: Sequences, wordCount: number) {
    const most = sequences.total + 1;
    const parents = new Int32Array(most);
    const words = new Int32Array(most);
    const depths = new Uint8Array(most);
    const ends = new Int32Array(most);
    this.#first = new Int32Array(wordCount);
    this.#edges = new Edges(sequences.total);
    this.#equals = new Int32Array(sequences.count);
    let states = 1;
    // From the last on, so that equal ones are listed in their order.
    for (let index = sequences.count - 1; index >= 0; index -= 1) {
      const end = sequences.endOf(index);
      let state = ROOT;
      for (let at = sequences.startOf(index); at < end; at += 1) {
        const word = sequences.at(at);
        let next = this.#edge(state, word);
        if (next === ROOT) {
          next = states;
          states += 1;
          parents[next] = state;
          words[next] = word;
          depths[next] = (depths[state] ?? 0) + 1;
          if (state === ROOT) this.#first[word] = next;
          else this.#edges.set(state, word, next);
        }
        state = next;
      }
      if (state === ROOT) continue;
      this.#equals[index] = ends[state] ?? 0;
      ends[state] = index + 1;
    }
    this.#depths = depths.slice(0, states);
    this.#sequences = ends.slice(0, states);
    this.#failures = new Int32Array(states);
    this.#links = new Int32Array(states);
    this.#fail(parents, words);
  }

  /** How many bytes its arrays take. */
  get bytes(): number {
    const arrays = [this.#first, this.#failures, this.#links, this.#depths, this.#sequences, this.#equals];
    return arrays.reduce((sum, { byteLength }) => sum + byteLength, this.#edges.bytes);
  }

  /** The state after one more word. */
  next(state: number, word: number): number {
    let from = state;
    while (from !== ROOT) {
      const next = this.#edges.get(from, word);
      if (next !== ROOT) return next;
      from = this.#failures[from] ?? ROOT;
    }
    return this.#first[word] ?? ROOT;
  }

  /** The state itself if a sequence ends there, else the first of those that follow by `shorter`; 0 where none does. */
  ending(state: number): number {
    return this.#sequences[state] === 0 ? (this.#links[state] ?? ROOT) : state;
  }

  /** The state of the next shorter sequence that ends with the same word, or 0. */
  shorter(state: number): number {
    return this.#links[state] ?? ROOT;
  }

  /** How many words the sequences that end in a state have. */
  depth(state: number): number {
    return this.#depths[state] ?? 0;
  }

  /** The index of the first sequence that ends in a state, -1 where none does. */
  sequence(state: number): number {
    return (this.#sequences[state] ?? 0) - 1;
  }

  /** The index of the next sequence that is equal to one, or -1. */
  equal(index: number): number {
    return (this.#equals[index] ?? 0) - 1;
  }

  #edge(state: number, word: number): number {
    return state === ROOT ? (this.#first[word] ?? ROOT) : this.#edges.get(state, word);
  }

  /** Sets where to go on when a word does not: of shorter ones before longer ones. */
  #fail(parents: Int32Array, words: Int32Array): void {
    for (const state of byDepth(this.#depths)) {
      if (state === ROOT) continue;
      const parent = parents[state] ?? ROOT;
      const failure = parent === ROOT ? ROOT : this.next(this.#failures[parent] ?? ROOT, words[state] ?? 0);
      this.#failures[state] = failure;
      this.#links[state] = this.ending(failure);
    }
  }
}

/** The numbers of states, those with few words first (counting sort). */
function byDepth(depths: Uint8Array): Int32Array {
  const places = new Int32Array(257);
  for (const depth of depths) places[depth + 1] = (places[depth + 1] ?? 0) + 1;
  for (let depth = 1; depth < places.length; depth += 1)
    places[depth] = (places[depth] ?? 0) + (places[depth - 1] ?? 0);
  const order = new Int32Array(depths.length);
  for (let state = 0; state < depths.length; state += 1) {
    const depth = depths[state] ?? 0;
    const place = places[depth] ?? 0;
    order[place] = state;
    places[depth] = place + 1;
  }
  return order;
}
