import { z } from 'zod';
import { storableWords } from './text/words.ts';

/**
 * Validates words that somebody wrote, and brings them into the form in which they are stored.
 * @param limit of their length, in code points.
 * @param name what they are, for the message: "A tag".
 */
export function givenWords(limit: number, name: string) {
  return z
    .string()
    .refine((text) => text.length <= 2 * limit && [...text].length <= limit, {
      error: `${name} is longer than ${limit} characters; shorten it.`,
      abort: true,
    })
    .transform((text, context) => {
      const words = storableWords(text);
      if (words !== null) return words;
      context.addIssue(
        `${name} has a character that cannot be stored; remove NUL, halves of surrogate pairs and long runs of combining marks.`,
      );
      return z.NEVER;
    });
}
