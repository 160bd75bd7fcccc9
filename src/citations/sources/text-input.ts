import type { z } from 'zod';

/** A character that shows, unlike white space, control characters and such that join or direct others. */
const SHOWS = /[\p{L}\p{N}\p{P}\p{S}]/u;
const CONTROL = /\p{Cc}/u;
/** Of those that are for layout, the ones that a text of several lines may have. */
const CONTROL_IN_LINES = /[^\P{Cc}\n\t]/u;

type Text = z.ZodType<string, string>;

/** Validates words of which something shows: what is around them is taken off. @param name of them, for the message: "A tag". */
function shown(words: Text, name: string) {
  return words
    .transform((text) => text.trim())
    .refine((text) => SHOWS.test(text), `${name} is empty; write something in it, or leave it out.`);
}

/** Validates such words on one line: white space is collapsed. */
export function oneLine(words: Text, name: string) {
  return shown(
    words.transform((text) => text.replace(/\s+/g, ' ')),
    name,
  ).refine((text) => !CONTROL.test(text), hasControl(name));
}

/** Validates such words on any number of lines. */
export function lines(words: Text, name: string) {
  return shown(words, name).refine((text) => !CONTROL_IN_LINES.test(text), hasControl(name));
}

function hasControl(name: string): string {
  return `${name} has a control character; remove it.`;
}
