/** How many words that are the same are kept on either side of what differs, and how many code units at most. */
const WORDS_KEPT = 3;
const UNITS_KEPT = 64;

/** Parts of two texts, and whether they begin and end where the texts do. */
interface Parts {
  one: string;
  other: string;
  begin: boolean;
  end: boolean;
}

/**
 * Two texts without most of what they have in common at their ends: enough of it is left to tell what the words that
 * differ are, and where sentences begin.
 */
export function differingParts(one: string, other: string): Parts {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one.charCodeAt(start) === other.charCodeAt(start)) start += 1;
  let end = 0;
  while (
    end < shorter - start &&
    one.charCodeAt(one.length - 1 - end) === other.charCodeAt(other.length - 1 - end)
  )
    end += 1;
  const from = step(one, start, -1);
  const kept = step(one, one.length - end, 1) - (one.length - end);
  return {
    one: one.slice(from, one.length - end + kept),
    other: other.slice(from, other.length - end + kept),
    begin: from === 0,
    end: kept === end,
  };
}

/** As much of what stands before a text as is kept of what two texts have in common. */
export function keptBefore(text: string): string {
  return text.slice(step(text, text.length, -1));
}

/** As much of what stands after a text as is kept. */
export function keptAfter(text: string): string {
  return text.slice(0, step(text, 0, 1));
}

/** A place so many words away, between two words, or so many code units where there are no spaces. */
function step(text: string, place: number, direction: 1 | -1): number {
  let words = 0;
  for (let at = place; ; at += direction) {
    if (direction === -1 ? at <= 0 : at >= text.length) return at;
    if (Math.abs(at - place) >= UNITS_KEPT) return isInsidePair(text, at) ? at + direction : at;
    const isSpace = text.charCodeAt(direction === 1 ? at : at - 1) === 0x20;
    if (isSpace && ++words > WORDS_KEPT) return at;
  }
}

function isInsidePair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
