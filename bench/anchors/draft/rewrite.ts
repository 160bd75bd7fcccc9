import { type Draft, type Origin, type Part, type Token, textOfToken } from './draft.ts';

/** Puts other words in the place of a token's, of which nothing survives. */
export function replaceToken(token: Token, text: string): void {
  const replaces = originOf(token);
  token.parts = text === '' ? [] : [{ text, origin: null, replaces }];
  token.mended = null;
}

/** Puts another spelling or form in the place of a token's, of which the beginning and the end that both share survive. */
export function respellToken(token: Token, text: string): void {
  replaceBetween(token, text, commonEnds(textOfToken(token).split(''), text.split('')));
}

/** How much two texts share at the beginning and then at the end, in whole pieces; in UTF-16 code units. */
function commonEnds(old: readonly string[], now: readonly string[]): { head: number; tail: number } {
  const shorter = Math.min(old.length, now.length);
  let [first, last] = [0, 0];
  let [head, tail] = [0, 0];
  for (; first < shorter && old[first] === now[first]; first += 1) head += (old[first] ?? '').length;
  for (; last < shorter - first && old.at(-1 - last) === now.at(-1 - last); last += 1)
    tail += (old.at(-1 - last) ?? '').length;
  return { head, tail };
}

/**
 * Keeps the beginning and the end of a token, and puts the rest of a text in between.
 * @returns where in the first revision the rest stood, start = end where it is all new; null where all has been new.
 */
function replaceBetween(
  token: Token,
  text: string,
  { head, tail }: { head: number; tail: number },
): Origin | null {
  const old = textOfToken(token);
  const before = sliceParts(token.parts, 0, head);
  const replaces = rangeOf(sliceParts(token.parts, head, old.length - tail));
  const after = sliceParts(token.parts, Math.max(head, old.length - tail), old.length);
  const middle = text.slice(head, text.length - tail);
  token.parts = [...before, ...(middle === '' ? [] : [{ text: middle, origin: null, replaces }]), ...after];
  token.mended = null;
  const place = rangeOf(before)?.end ?? rangeOf(after)?.start;
  return replaces ?? (place === undefined ? null : { start: place, end: place });
}

/** Puts in a word whose change makes another statement, and notes what of it is another. */
export function swapToken(draft: Draft, token: Token, text: string): void {
  const old = textOfToken(token);
  // Where there is no space between words, what both have in common is not part of the change: 确定 and 不确定.
  const pieces = draft.joiner === '' ? /[\s\S]/g : /\S+\s*|\s+/g;
  const changed = replaceBetween(token, text, commonEnds(old.match(pieces) ?? [], text.match(pieces) ?? []));
  if (changed !== null) draft.swaps.push(changed);
}

/** Where a token's words stood in the first revision, or null when they are new. */
export function originOf(token: Token): Origin | null {
  return rangeOf(token.parts);
}

function rangeOf(parts: readonly Part[]): Origin | null {
  const ranges = parts.flatMap(({ text, origin, replaces }) =>
    origin === null ? (replaces ?? []) : { start: origin, end: origin + text.length },
  );
  if (ranges.length === 0) return null;
  return {
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
  };
}

function sliceParts(parts: readonly Part[], start: number, end: number): Part[] {
  let at = 0;
  return parts.flatMap((part) => {
    const from = Math.max(0, start - at);
    const until = Math.min(part.text.length, end - at);
    at += part.text.length;
    if (from >= until) return [];
    const origin = part.origin === null ? null : part.origin + from;
    return { ...part, text: part.text.slice(from, until), origin };
  });
}
