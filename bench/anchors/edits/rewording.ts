import { integerBelow, pick } from '../../random.ts';
import { type Draft, type Paragraph, type Sentence, type Token, textOfToken } from '../draft/draft.ts';
import { replaceToken, respellToken } from '../draft/rewrite.ts';
import { deleteWord } from './deletions.ts';
import type { Edit, Editing } from './edit.ts';
import { insertWord } from './insertions.ts';
import { textBetween } from './neighbours.ts';

/**
 * What an editor does to the wording: ordinary words get another ending or give way to others, mostly of the same
 * meaning, and as often one is put in or taken out.
 */
export const rewording: Edit = {
  name: 'rewording',
  apply(editing, paragraph) {
    const ways = [replaceOne, replaceOne, insertWord, deleteWord];
    const reworded = Array.from({ length: 1 + integerBelow(editing.random, 4) }, () =>
      pick(editing.random, ways)(editing, paragraph),
    );
    return reworded.includes(true);
  },
};

function replaceOne({ corpus, draft, random }: Editing, { sentences }: Paragraph): boolean {
  const sentence = pick(random, sentences);
  const places = sentence.tokens.flatMap(({ kind }, index) => (kind === 'ordinary' ? [index] : []));
  if (places.length === 0) return false;
  const at = pick(random, places);
  const token = sentence.tokens[at];
  if (token === undefined) return false;
  const old = textOfToken(token);
  const inflected = random() < 0.3 ? inflect(old, corpus.language.endings) : null;
  const word = inflected ?? pick(random, token.others);
  if (word === old || stands(draft, sentence, at, word)) return false;
  put(draft, token, word, inflected !== null);
  return true;
}

function put(draft: Draft, token: Token, word: string, isInflected: boolean): void {
  if (isInflected) respellToken(token, word);
  // Where a character may be a word, those that both have are the same ones.
  else if (draft.joiner === '') respellToken(token, word);
  else replaceToken(token, word);
}

function inflect(word: string, endings: readonly (readonly [string, string])[]): string | null {
  for (const [from, to] of endings) {
    const start = from.endsWith('-') ? from.slice(0, -1) : null;
    if (start !== null && word.startsWith(start)) return to + word.slice(start.length);
    if (start === null && word.length > from.length + 1 && word.endsWith(from))
      return word.slice(0, -from.length) + to;
  }
  return null;
}

/** Whether the word stands next to the place already: which of the two was there before could not be told. */
function stands({ joiner }: Draft, sentence: Sentence, at: number, word: string): boolean {
  const before = textBetween(sentence, 0, at);
  const after = textBetween(sentence, at + 1, sentence.tokens.length);
  if (joiner === '') return before.endsWith(word) || after.startsWith(word);
  return before.trimEnd().endsWith(word) || after.trimStart().startsWith(word);
}
