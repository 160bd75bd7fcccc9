/** How many letters and digits a text must have to be known again anywhere; a character that is a word counts as three. */
const LEAST = 40;

/**
 * Whether a text says so much that the same words elsewhere are this text, and not another one that says the same, as "It
 * was rejected." may be said of anything.
 */
export function isTelling(text: string): boolean {
  return weightOf(text) >= LEAST;
}

/** Its letters and digits, up to about the number that is asked for. */
function weightOf(text: string): number {
  const start = text.slice(0, 4 * LEAST);
  const letters = start.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters + 2 * (start.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0);
}
