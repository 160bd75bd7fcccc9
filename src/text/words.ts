import { normalizeText } from './normalize.ts';
import { TextProblem } from './problem.ts';

/** Words that somebody wrote, in the form in which they are stored and compared; null where they cannot be stored. */
export function storableWords(text: string): string | null {
  try {
    return normalizeText(text);
  } catch (error) {
    if (error instanceof TextProblem) return null;
    throw error;
  }
}
