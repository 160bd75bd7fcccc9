import type { RevisionAlignment } from './alignment/align-revisions.ts';
import { type TokenRange, tokensIn } from './tokens-in.ts';
import type { UnitPlace, UnitRange } from './unit-range.ts';

/** Where words of the old revision start or end in the new one. */
export interface ImagePlace extends UnitPlace {
  inPlace: boolean;
  /** The area whose words were followed; null in an unchanged unit. */
  area: number | null;
}

/** Where the first of the words that are still there starts. */
export function firstImage(alignment: RevisionAlignment, range: UnitRange): ImagePlace | null {
  for (let unit = range.start.unit; unit <= range.end.unit; unit += 1) {
    const from = unit === range.start.unit ? range.start.offset : 0;
    const to = unit === range.end.unit ? range.end.offset : (alignment.before[unit] ?? '').length;
    const place = imageIn(alignment, unit, from, to, 'start', null);
    if (place !== null) return place;
  }
  return null;
}

/** Where the last of them ends. */
export function lastImage(
  alignment: RevisionAlignment,
  range: UnitRange,
  start: ImagePlace,
): ImagePlace | null {
  for (let unit = range.end.unit; unit >= range.start.unit; unit -= 1) {
    const from = unit === range.start.unit ? range.start.offset : 0;
    const to = unit === range.end.unit ? range.end.offset : (alignment.before[unit] ?? '').length;
    const area = unit === range.start.unit ? start.area : null;
    const place = imageIn(alignment, unit, from, to, 'end', area);
    if (place !== null) return place;
  }
  return null;
}

/**
 * Where a stretch of a unit starts or ends now.
 * @param wanted the area to follow; null for the one in which most of the stretch is.
 */
function imageIn(
  alignment: RevisionAlignment,
  unit: number,
  from: number,
  to: number,
  side: 'start' | 'end',
  wanted: number | null,
): ImagePlace | null {
  const text = alignment.textOf[unit] ?? -1;
  if (text < 0) {
    const now = alignment.continuedBy[unit] ?? null;
    if (now === null) return null;
    return { unit: now, offset: side === 'start' ? from : to, inPlace: true, area: null };
  }
  const { map, images } = alignment;
  const tokens = tokensIn(alignment, text, from, to);
  const area = wanted ?? mainArea(alignment, tokens);
  if (area === null) return null;
  const step = side === 'start' ? 1 : -1;
  const first = side === 'start' ? tokens.start : tokens.end - 1;
  const placeAt = (image: number, offset: number): ImagePlace => {
    const now = map.afterUnits[map.after.texts[image] ?? 0] ?? 0;
    const inPlace = alignment.continuedBy[unit] === now && alignment.inPlace[area] === true;
    return { unit: now, offset, inPlace, area };
  };
  const replacement = replacementAt(alignment, first, area, side);
  if (replacement !== null)
    return placeAt(replacement, (side === 'start' ? map.after.starts : map.after.ends)[replacement] ?? 0);
  for (let token = first; token >= tokens.start && token < tokens.end; token += step) {
    if (map.areaOf[token] !== area) continue;
    const image = images.of(token);
    if (image >= 0)
      return placeAt(image, edge(alignment, unit, token, image, side === 'start' ? from : to, side));
  }
  return null;
}

/** Where a range starts or ends with a change, the first or last token of all that was put in its place; else null. */
function replacementAt(
  { map, images }: RevisionAlignment,
  token: number,
  area: number,
  side: 'start' | 'end',
): number | null {
  if (map.areaOf[token] !== area || (map.image[token] ?? -1) >= 0) return null;
  const change = images.changeOf(token);
  if (change === null) return null;
  const isEdge = token === (side === 'start' ? change.olds[0] : change.olds.at(-1));
  return isEdge ? ((side === 'start' ? change.news[0] : change.news.at(-1)) ?? null) : null;
}

/** The area in which most of the tokens' weight is still there. */
function mainArea({ map, images }: RevisionAlignment, { start, end }: TokenRange): number | null {
  const only = map.areaOf[start] ?? 0;
  let token = start;
  while (token < end && map.areaOf[token] === only) token += 1;
  if (token === end) return start === end ? null : only;
  const weights = new Map<number, number>();
  for (token = start; token < end; token += 1) {
    if (images.of(token) < 0) continue;
    const area = map.areaOf[token] ?? 0;
    weights.set(area, (weights.get(area) ?? 0) + (map.before.weights[token] ?? 0));
  }
  let best: number | null = null;
  for (const [area, weight] of weights) if (best === null || weight > (weights.get(best) ?? 0)) best = area;
  return best;
}

/** The offset in the new unit of an offset in, before or after a token of the old one. */
function edge(
  { before, after, map }: RevisionAlignment,
  unit: number,
  token: number,
  image: number,
  offset: number,
  side: 'start' | 'end',
): number {
  const old = before[unit] ?? '';
  const now = after[map.afterUnits[map.after.texts[image] ?? 0] ?? 0] ?? '';
  const [oldStart, oldEnd] = [map.before.starts[token] ?? 0, map.before.ends[token] ?? 0];
  const [start, end] = [map.after.starts[image] ?? 0, map.after.ends[image] ?? 0];
  if (offset > oldStart && offset < oldEnd)
    return within(old.slice(oldStart, oldEnd), now.slice(start, end), offset - oldStart, side) + start;
  if (side === 'start') {
    // White space is in no token: it is taken along where it stands as it did.
    const space = offset < oldStart ? old.slice(offset, oldStart) : '';
    return space.trim() === '' && now.slice(0, start).endsWith(space) ? start - space.length : start;
  }
  const space = offset > oldEnd ? old.slice(oldEnd, offset) : '';
  return space.trim() === '' && now.startsWith(space, end) ? end + space.length : end;
}

/** An offset within a word, in the word that stands in its place: counted from the end of the word that stayed. */
function within(old: string, now: string, offset: number, side: 'start' | 'end'): number {
  if (now.startsWith(old.slice(0, offset))) return offset;
  if (now.endsWith(old.slice(offset))) return now.length - (old.length - offset);
  return side === 'start' ? 0 : now.length;
}
