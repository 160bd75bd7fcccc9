import { BenchmarkProblem } from '../problem.ts';
import type { Question } from '../rounds.ts';
import { addQuestion } from './add.ts';
import { articleQuestion } from './article.ts';
import { bulkQuestion } from './bulk.ts';
import { concordanceQuestion } from './concordance.ts';
import { drawnQuestion } from './drawn.ts';
import { editedQuestion } from './edited.ts';
import type { Ground } from './ground.ts';
import { mixQuestion } from './mix.ts';
import { deepPageQuestion, firstPageQuestion } from './page.ts';
import { passageQuestion } from './passage.ts';
import { sectionQuestion } from './section.ts';

/** Makes a question from what is in the store, once the servers run. */
export type MakeQuestion = (ground: Ground) => Promise<Question>;

/** Those that only read, by their ids; they leave the store as it is. */
export const READ_QUESTIONS: Record<string, MakeQuestion> = {
  article: articleQuestion,
  drawn: drawnQuestion,
  section: sectionQuestion,
  passage: passageQuestion,
  concordance: concordanceQuestion,
  'first-page': firstPageQuestion,
  'deep-page': deepPageQuestion,
};

/** Those that write, in the order in which they are asked, after the others. */
export const WRITE_QUESTIONS: Record<string, MakeQuestion> = {
  edited: editedQuestion,
  add: addQuestion,
  mix: mixQuestion,
  bulk: bulkQuestion,
};

/** What there is to be asked for by `--only`. @throws BenchmarkProblem for an id that there is not. */
export function requireKnown(only: readonly string[], more: readonly string[]): void {
  const known = [...Object.keys(READ_QUESTIONS), ...Object.keys(WRITE_QUESTIONS), ...more];
  const unknown = only.find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw new BenchmarkProblem(`There is no question ${unknown}; there are ${known.join(', ')}.`);
}
