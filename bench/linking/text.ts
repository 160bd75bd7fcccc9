import { createRandom, integerBelow, pick } from '../random.ts';
import { entries, word } from './registry.ts';

/** Words between two names, on average. */
const BETWEEN = 12;
/** Of how many names those in the text are chosen. */
const CHOSEN = 200_000;
const PARAGRAPH = 800;
const ORDINARY =
  'the of and to in a was that for on as with were by from at his had which it but not been this after into their more'.split(
    ' ',
  );

/**
 * Paragraphs of prose with names of the registry in it, every 13th word or so, some in the possessive; never two names
 * without a word between. All other words are small.
 * @param length of all, in UTF-16 code units
 */
export function writeText(length: number, nameCount: number, seed: number): string[] {
  const random = createRandom(seed + 1);
  const every = Math.max(1, Math.floor(nameCount / CHOSEN));
  const chosen: string[] = [];
  let number = 0;
  for (const { names } of entries(nameCount, seed))
    for (const { text } of names) {
      if (number % every === 0) chosen.push(text);
      number += 1;
    }
  const fillers = Array.from({ length: 20_000 }, () => word(random, 2).toLowerCase());
  const paragraphs: string[] = [];
  for (let written = 0; written < length; ) {
    let text = '';
    while (text.length < PARAGRAPH) {
      for (let count = 1 + integerBelow(random, 2 * BETWEEN); count > 0; count -= 1)
        text += `${random() < 0.4 ? pick(random, ORDINARY) : pick(random, fillers)} `;
      text += pick(random, chosen) + pick(random, [' ', ' ', ' ', "'s ", ', ', '. ']);
    }
    paragraphs.push(`${text}end.`);
    written += text.length + 6;
  }
  return paragraphs;
}

export function countWords(paragraphs: readonly string[]): number {
  let words = 0;
  for (const text of paragraphs) words += text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return words;
}
