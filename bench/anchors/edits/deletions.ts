import { integerBelow, pick } from '../../random.ts';
import { type Draft, type Paragraph, type Sentence, textOfToken } from '../draft/draft.ts';
import { claim } from './claim.ts';
import type { Edit, Editing } from './edit.ts';
import { couldSlide, textBetween, tidySpaces } from './neighbours.ts';

/** Ordinary words, clauses of ordinary words and whole sentences are taken out. */
export const deletions: Edit = {
  name: 'deletions',
  apply(editing, paragraph) {
    const { random } = editing;
    const ways = [deleteWord, deleteWord, deleteClause, deleteSentence];
    const deleted = Array.from({ length: 1 + integerBelow(random, 2) }, () =>
      pick(random, ways)(editing, paragraph),
    );
    return deleted.includes(true);
  },
};

/** Takes an ordinary word out of a sentence. @returns whether there was one that can be told from its neighbours. */
export function deleteWord({ draft, random }: Editing, { sentences }: Paragraph): boolean {
  const sentence = pick(random, sentences);
  const places = sentence.tokens.flatMap(({ kind }, index) =>
    kind === 'ordinary' && index > 0 ? [index] : [],
  );
  if (places.length === 0) return false;
  const at = pick(random, places);
  return deleteTokens(draft, sentence, at, at + 1);
}

function deleteClause({ draft, random }: Editing, { sentences }: Paragraph): boolean {
  const clauses = sentences.flatMap((sentence) =>
    clausesOf(sentence, draft.comma).map((clause) => ({ sentence, ...clause })),
  );
  if (clauses.length === 0) return false;
  const { sentence, from, until } = pick(random, clauses);
  return deleteTokens(draft, sentence, from, until);
}

/** A clause here is what stands from a comma up to the next one or the end, with neither name, number nor negation. */
function clausesOf({ tokens }: Sentence, comma: string): { from: number; until: number }[] {
  const ends = tokens.flatMap((token, index) =>
    textOfToken(token).startsWith(comma) || index === tokens.length - 1 ? [index] : [],
  );
  return ends.slice(0, -1).flatMap((from, index) => {
    const until = ends[index + 1] ?? tokens.length;
    const within = tokens.slice(from, until);
    const isPlain = within.every(
      ({ kind, parts }) => kind === 'ordinary' || kind === 'plain' || parts.length === 0,
    );
    return isPlain && within.length >= 5 ? [{ from, until }] : [];
  });
}

function deleteSentence({ draft, random }: Editing, { sentences }: Paragraph): boolean {
  if (sentences.length < 2) return false;
  const at = integerBelow(random, sentences.length);
  const sentence = sentences[at];
  if (sentence === undefined || !claim(draft, sentence, { alone: false })) return false;
  sentences.splice(at, 1);
  return true;
}

function deleteTokens({ joiner }: Draft, sentence: Sentence, from: number, until: number): boolean {
  const before = textBetween(sentence, 0, from);
  const after = textBetween(sentence, until, sentence.tokens.length);
  if (couldSlide(before, textBetween(sentence, from, until), after, joiner)) return false;
  sentence.tokens.splice(from, until - from);
  tidySpaces(sentence);
  return true;
}
