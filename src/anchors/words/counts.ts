import { dateOf, isEverydayDate } from './date-words.ts';
import { hanOf } from './han.ts';
import type { Placed } from './hunks.ts';
import { isEverydayNumber, numberOf } from './number-words.ts';
import { hanNumerals, isNumeral } from './numerals.ts';
import type { Token } from './tokens.ts';

/**
 * Whether words that differ count or date otherwise. Numbers and dates that are everyday words, such as one and may, count
 * where others stand for them.
 */
export function countsOther(left: readonly Placed[], right: readonly Placed[], language?: string): boolean {
  const lefts = left.flatMap((word, index) => countOf(word, left[index - 1], language));
  const rights = right.flatMap((word, index) => countOf(word, right[index - 1], language));
  lefts.push(...hanNumerals(hanOf(left.map(({ token }) => token))).map(strong));
  rights.push(...hanNumerals(hanOf(right.map(({ token }) => token))).map(strong));
  const onlyLeft = without(lefts, rights);
  const onlyRight = without(rights, lefts);
  if ([...onlyLeft, ...onlyRight].some(({ everyday }) => !everyday)) return true;
  return onlyLeft.length > 0 && onlyRight.length > 0;
}

interface Count {
  value: string;
  everyday: boolean;
}

/** @param previous the word before it in the same stretch. */
function countOf({ token, before }: Placed, previous: Placed | undefined, language?: string): Count[] {
  const { key, text, kind } = token;
  if (kind === 'currency') return [strong(key)];
  if (kind !== 'word' && kind !== 'number') return [];
  if (/\p{N}/u.test(key)) return [strong(key)];
  if (isNumeral(text)) return [strong(text)];
  const date = dateOf(key);
  const number = numberOf(key, language);
  if (number !== undefined) {
    // One is a number after another number: twenty-one, vingt et un.
    const counts = [before, previous?.before].some((one) => one !== undefined && isNumber(one, language));
    return [{ value: number, everyday: !counts && isEverydayNumber(key, number, language) }];
  }
  return date === undefined ? [] : [{ value: date, everyday: isEverydayDate(key) }];
}

function isNumber({ key }: Token, language?: string): boolean {
  return numberOf(key, language) !== undefined;
}

function strong(value: string): Count {
  return { value, everyday: false };
}

function without(counts: readonly Count[], others: readonly Count[]): Count[] {
  const left = new Map<string, number>();
  for (const { value } of others) left.set(value, (left.get(value) ?? 0) + 1);
  return counts.filter(({ value }) => {
    const count = left.get(value) ?? 0;
    if (count > 0) left.set(value, count - 1);
    return count === 0;
  });
}
