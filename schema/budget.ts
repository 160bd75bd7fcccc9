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
  /** Of texts that are searched for quotes or compared, each time, in UTF-16 code units. */
  searchedCharacters: 64 * 1024 * 1024,
};

/** Counts what a request has answered so far. */
export class Budget {
  #items = answerLimits.items;
  #characters = answerLimits.characters;
  #toLoad = answerLimits.loadedCharacters;
  #toSearch = answerLimits.searchedCharacters;
  readonly #loaded = new Set<string>();
  readonly #compared = new Set<string>();

  /** Answers the list, if there is room for it. @throws AnswerTooLarge */
  list<Item>(items: Item[]): Item[] {
    this.items(items.length);
    return items;
  }

  /** Makes room for so many items. @throws AnswerTooLarge */
  items(count: number): void {
    this.#items -= count;
    if (this.#items < 0) throw tooMuch(`${answerLimits.items} blocks, runs and marks`);
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

  /** Makes room for comparing two revisions, once for each two. @throws AnswerTooLarge */
  compare(before: { id: string; text: string }, after: { id: string; text: string }): void {
    const pair = `${before.id} ${after.id}`;
    if (this.#compared.has(pair)) return;
    this.#compared.add(pair);
    this.search(before.text.length + after.text.length);
  }

  /** Makes room for searching texts of a length, in UTF-16 code units. @throws AnswerTooLarge */
  search(length: number): void {
    this.#toSearch -= length;
    if (this.#toSearch < 0)
      throw tooMuch(`can be searched for in ${answerLimits.searchedCharacters} characters of text`);
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
