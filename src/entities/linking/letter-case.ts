/** Whether a word begins with a capital; never in a script without case. */
export function beginsWithCapital(word: string): boolean {
  const first = firstCharacter(word);
  return first !== first.toLowerCase();
}

/** Whether a word begins with a small letter that has a capital. */
export function beginsSmall(word: string): boolean {
  const first = firstCharacter(word);
  return first !== first.toUpperCase() && first === first.toLowerCase();
}

function firstCharacter(word: string): string {
  return String.fromCodePoint(word.codePointAt(0) ?? 0);
}
