import type { RevisionAlignment } from '../text/align-revisions.ts';

/**
 * The tokens of a changed unit that a stretch touches, in order.
 * @param text the index of the unit's text among those of the alignment's map.
 * @param from and `to` in UTF-16 code units.
 */
export function tokensIn(
  { map: { before } }: RevisionAlignment,
  text: number,
  from: number,
  to: number,
): number[] {
  const tokens: number[] = [];
  let low = before.firstOf[text] ?? 0;
  const end = before.firstOf[text + 1] ?? 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((before.ends[middle] ?? 0) > from) high = middle;
    else low = middle + 1;
  }
  for (let token = low; token < end && (before.starts[token] ?? 0) < to; token += 1) tokens.push(token);
  return tokens;
}
