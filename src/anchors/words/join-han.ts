import type { Hunk, Placed } from './hunks.ts';

/** So few Han characters between two stretches that differ are a part of the word that differs. */
const BETWEEN = 2;
/** Of longer stretches it is not asked whether they are each other's, in another order. */
const LONGEST = 16;

/**
 * Joins stretches with next to nothing between them, where words are written without spaces: of one town, 包海市, that
 * became another, 海林市, one character is left and yet none of the word.
 * @param gaps what stands before each of the hunks and is the same in both texts.
 */
export function joinHan(hunks: readonly Hunk[], gaps: readonly (readonly Placed[])[]): Hunk[] {
  const joined: Hunk[] = [];
  let lastIsHan = false;
  for (const [index, hunk] of hunks.entries()) {
    const gap = gaps[index] ?? [];
    const last = joined.at(-1);
    const isHanAlone = isHan(hunk.removed) && isHan(hunk.inserted);
    if (last !== undefined && lastIsHan && isHanAlone && gap.length <= BETWEEN && isHan(gap)) {
      // 十二 that became 二十 has all its characters.
      const between = isReordered(last, hunk) ? gap : [];
      last.removed.push(...between, ...hunk.removed);
      last.inserted.push(...between, ...hunk.inserted);
    } else joined.push({ removed: [...hunk.removed], inserted: [...hunk.inserted] });
    lastIsHan = isHanAlone;
  }
  return joined;
}

function isReordered(one: Hunk, other: Hunk): boolean {
  if (one.removed.length + one.inserted.length > LONGEST) return false;
  return keys(one.removed) + keys(other.removed) === keys(one.inserted) + keys(other.inserted);
}

function keys(words: readonly Placed[]): string {
  return words.map(({ token }) => token.key).join('');
}

function isHan(words: readonly Placed[]): boolean {
  return words.every(({ token }) => token.kind === 'han');
}
