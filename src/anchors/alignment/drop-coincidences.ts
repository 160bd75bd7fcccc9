import type { SentenceIndex } from './sentence-index.ts';
import type { Area, TokenMap } from './token-map.ts';

/** A sentence of which less than this share stands in the new one says something else. */
const LEAST_SHARE = 1 / 3;

/** Sentences lighter than this are not judged by their share. */
const LEAST_WEIGHT = 16;

/**
 * Unpairs tokens that are equal by coincidence: those of a sentence that has been replaced by another one, in which words
 * such as "the" and "of" stand as well; and runs that are small beside the changes on both sides of them.
 */
export function dropCoincidences(map: TokenMap, before: SentenceIndex, after: SentenceIndex): void {
  dropFromReplacedSentences(map, before, after);
  for (const [index, area] of map.areas.entries()) while (dropSmallRuns(map, area, index));
}

function dropFromReplacedSentences(map: TokenMap, before: SentenceIndex, after: SentenceIndex): void {
  const kept = new Float64Array(before.count);
  const found = new Float64Array(after.count);
  for (let token = 0; token < map.before.length; token += 1) {
    const image = map.image[token] ?? -1;
    if (image < 0) continue;
    const weight = map.before.weights[token] ?? 0;
    kept[before.of(token)] = (kept[before.of(token)] ?? 0) + weight;
    found[after.of(image)] = (found[after.of(image)] ?? 0) + weight;
  }
  const isReplaced = (share: number, weight: number): boolean =>
    weight >= LEAST_WEIGHT && share < LEAST_SHARE * weight;
  for (let token = 0; token < map.before.length; token += 1) {
    const image = map.image[token] ?? -1;
    if (image < 0) continue;
    const left = before.of(token);
    const right = after.of(image);
    if (
      isReplaced(kept[left] ?? 0, before.weights[left] ?? 0) &&
      isReplaced(found[right] ?? 0, after.weights[right] ?? 0)
    )
      map.unpair(token);
  }
}

/** @returns whether a run was dropped, so that the changes around it are now one. */
function dropSmallRuns(map: TokenMap, area: Area, index: number): boolean {
  let dropped = false;
  const runs = runsOf(map, area, index);
  for (const [place, run] of runs.entries()) {
    const previous = runs[place - 1] ?? { end: area.before.start, imageEnd: area.after.start };
    const next = runs[place + 1] ?? { start: area.before.end, image: area.after.end };
    const changeBefore = Math.max(run.start - previous.end, run.image - previous.imageEnd);
    const changeAfter = Math.max(next.start - run.end, next.image - run.imageEnd);
    if (2 * (run.end - run.start) > Math.min(changeBefore, changeAfter)) continue;
    for (let token = run.start; token < run.end; token += 1) map.unpair(token);
    dropped = true;
  }
  return dropped;
}

interface Run {
  start: number;
  end: number;
  image: number;
  imageEnd: number;
}

/** The stretches of tokens that follow each other in both texts. */
function runsOf(map: TokenMap, { before }: Area, index: number): Run[] {
  const runs: Run[] = [];
  let last: Run | undefined;
  for (let token = before.start; token < before.end; token += 1) {
    const image = map.image[token] ?? -1;
    if (image < 0 || map.areaOf[token] !== index) continue;
    if (last !== undefined && last.end === token && last.imageEnd === image) {
      last.end += 1;
      last.imageEnd += 1;
      continue;
    }
    last = { start: token, end: token + 1, image, imageEnd: image + 1 };
    runs.push(last);
  }
  return runs;
}
