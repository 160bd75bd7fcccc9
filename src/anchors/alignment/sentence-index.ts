import { sentenceStarts } from './sentences.ts';
import type { Tokens } from './tokens.ts';

/** Which tokens make which sentence. Sentences are numbered through all the texts. */
export class SentenceIndex {
  readonly #tokens: Tokens;
  readonly #sentenceOf: Int32Array;
  /** For each sentence its first token, and at the end the number of tokens. */
  readonly firsts: number[] = [];
  /** For each sentence the weights of its tokens together. */
  readonly weights: number[] = [];

  constructor(tokens: Tokens, texts: readonly string[]) {
    this.#tokens = tokens;
    this.#sentenceOf = new Int32Array(tokens.length);
    for (const [text, words] of texts.entries()) {
      const starts = sentenceStarts(words);
      let next = 0;
      const end = tokens.firstOf[text + 1] ?? 0;
      for (let token = tokens.firstOf[text] ?? 0; token < end; token += 1) {
        const at = tokens.starts[token] ?? 0;
        let begins = false;
        while (next < starts.length && (starts[next] ?? 0) <= at) {
          begins = true;
          next += 1;
        }
        if (begins) {
          this.firsts.push(token);
          this.weights.push(0);
        }
        const sentence = this.firsts.length - 1;
        this.#sentenceOf[token] = sentence;
        this.weights[sentence] = (this.weights[sentence] ?? 0) + (tokens.weights[token] ?? 0);
      }
    }
    this.firsts.push(tokens.length);
  }

  get count(): number {
    return this.weights.length;
  }

  /** The sentence of a token. */
  of(token: number): number {
    return this.#sentenceOf[token] ?? 0;
  }

  /** The tokens of a sentence, half-open. */
  span(sentence: number): { start: number; end: number } {
    return { start: this.firsts[sentence] ?? 0, end: this.firsts[sentence + 1] ?? 0 };
  }

  /** The words of a sentence; the same for two that differ in white space only. */
  key(sentence: number): string {
    const { start, end } = this.span(sentence);
    return this.#tokens.kinds.subarray(start, end).join(' ');
  }

  /** The text that a sentence is in. */
  textOf(sentence: number): number {
    return this.#tokens.texts[this.firsts[sentence] ?? 0] ?? 0;
  }
}
