import { Problem } from '../src/problem.ts';

/**
 * What one request may answer, whatever it looked like beforehand: a query is priced before it runs by how it is
 * written, but how many blocks a list has and how long a text is only shows when it runs.
 */
export const answerLimits = {
  /** Blocks, runs and marks. */
  items: 500_000,
  /** Of texts, in UTF-16 code units. */
  characters: 32 * 1024 * 1024,
  /** Of the revisions that it looks into, in UTF-16 code units. */
  loadedCharacters: 64 * 1024 * 1024,
};

/** Counts what a request has answered so far. */
export class Budget {
  #items = answerLimits.items;
  #characters = answerLimits.characters;
  #toLoad = answerLimits.loadedCharacters;
  readonly #loaded = new Set<string>();

  /** Answers the list, if there is room for it. @throws AnswerTooLarge */
  list<Item>(items: Item[]): Item[] {
    this.#items -= items.length;
    if (this.#items < 0) throw tooMuch(`${answerLimits.items} blocks, runs and marks`);
    return items;
  }

  /** Makes room for a text of a length, in UTF-16 code units. @throws AnswerTooLarge */
  text(length: number): void {
    this.#characters -= length;
    if (this.#characters < 0) throw tooMuch(`${answerLimits.characters} characters of text`);
  }

  /** Makes room for looking into a revision, once for each. @throws AnswerTooLarge */
  load(revisionId: string, length: number): void {
    if (this.#loaded.has(revisionId)) return;
    this.#loaded.add(revisionId);
    this.#toLoad -= length;
    if (this.#toLoad < 0)
      throw tooMuch(`can be found in ${answerLimits.loadedCharacters} characters of revisions`);
  }
}

/** The answer outgrew what one request may have. */
class AnswerTooLarge extends Problem {
  override readonly name = 'AnswerTooLarge';
  readonly code = 'ANSWER_TOO_LARGE';
}

function tooMuch(what: string): AnswerTooLarge {
  return new AnswerTooLarge(`The query would answer more than ${what}; ask for less at a time.`);
}
