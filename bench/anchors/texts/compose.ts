import { pick } from '../../random.ts';
import { newToken, type Sentence, type Token } from '../draft/draft.ts';
import { type Filling, fillSlot } from './slots.ts';

const PIECES = /\{(?<slot>\w+)\}|<(?<negation>[^>]+)>|\((?<pair>[^)|]+\|[^)]+)\)|(?<plain>[^{<(]+|\()/gu;
const WORDS = /[\p{L}\p{M}\p{N}'’-]+|[^\p{L}\p{M}\p{N}'’-]+/gu;

/** How many of the sentences that may have a clause have one, and how many that may be negated are. */
const CLAUSES = 0.6;
const NEGATIONS = 0.35;

/** Makes a sentence of a template; see `Language` for what may stand in one. */
export function composeSentence(template: string, filling: Filling): Sentence {
  return { tokens: composeTokens(template, filling) };
}

export function composeTokens(template: string, filling: Filling): Token[] {
  return [...template.matchAll(PIECES)].flatMap(({ groups }) => {
    const { slot, negation, pair, plain } = groups ?? {};
    if (slot === 'clause') return composeClause(filling);
    if (slot !== undefined) return fillSlot(slot, filling);
    if (negation !== undefined) return composeNegation(negation.split('|'), filling);
    if (pair !== undefined) {
      const words = pair.split('|');
      return newToken(pick(filling.random, words), 'negation', words);
    }
    return splitWords(plain ?? '');
  });
}

/** Words and what stands between them, each by itself, and none of them to be reworded. */
export function splitWords(text: string): Token[] {
  return (text.match(WORDS) ?? []).map((word) => newToken(word));
}

function composeClause(filling: Filling): Token[] {
  if (filling.random() >= CLAUSES) return [];
  return composeTokens(pick(filling.random, filling.language.clauses), filling);
}

function composeNegation(words: readonly string[], { random }: Filling): Token {
  return newToken(random() < NEGATIONS ? pick(random, words) : '', 'negation', ['', ...words]);
}
