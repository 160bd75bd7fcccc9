import type { Quote } from '../../anchors/quote.ts';

/** Words that were rejected as a mention of an entity, or that are proposed as one, with what stands around them. */
export interface WordsOfEntity extends Quote {
  documentId: string;
  entityId: string;
}

/** How many characters on one side tell that it is the same place, and how few tell nothing. */
const TELLING = 16;
const TOO_FEW = 8;

/** Words that were rejected and then went from their document: the same come back are still rejected. */
export class RejectedWords {
  readonly #keys: ReadonlySet<string>;

  constructor(words: readonly WordsOfEntity[]) {
    this.#keys = new Set(words.flatMap(keysOf));
  }

  /** Whether words were rejected: the same, with the same before or after them in their paragraph. */
  has(words: () => WordsOfEntity): boolean {
    return this.#keys.size > 0 && keysOf(words()).some((key) => this.#keys.has(key));
  }
}

function keysOf({ documentId, entityId, exact, prefix, suffix }: WordsOfEntity): string[] {
  const before = (prefix.split('\n').at(-1) ?? '').slice(-TELLING);
  const after = (suffix.split('\n')[0] ?? '').slice(0, TELLING);
  const sides = [
    ['before', before],
    ['after', after],
  ].filter(([, words = '']) => words.length >= TOO_FEW);
  const told = sides.length > 0 ? sides : [['whole', before, after]];
  return told.map((side) => JSON.stringify([documentId, entityId, exact, ...side]));
}
