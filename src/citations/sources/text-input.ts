import type { z } from 'zod';

/** A character that shows, unlike white space, control characters and such that join or direct others. */
const SHOWS = /[\p{L}\p{N}\p{P}\p{S}]/u;
const CONTROL = /\p{Cc}/u;

type Text = z.ZodType<string, string>;

/** Validates words of which something shows: what is around them is taken off. @param name of them, for the message: "A tag". */
export function shown(words: Text, name: string) {
  return words
    .transform((text) => text.trim())
    .refine((text) => SHOWS.test(text), `${name} is empty; write something in it, or leave it out.`);
}

/** Validates such words on one line: white space is collapsed. */
export function oneLine(words: Text, name: string) {
  return shown(
    words.transform((text) => text.replace(/\s+/g, ' ')),
    name,
  ).refine((text) => !CONTROL.test(text), `${name} has a control character; remove it.`);
}
