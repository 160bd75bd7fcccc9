import type { Passage } from '../../documents/passages.ts';
import type { RevisionBlock } from '../../text/revision-text.ts';

/** The most of a passage that its page shows, in code points. */
export const SHOWN_LIMIT = 20_000;

/** How much of a block is shown before and after the words, in UTF-16 code units. */
const AROUND_LIMIT = 1_500;

/** The words of one block with what stands around them in it. */
export interface ShownUnit {
  block: RevisionBlock;
  before: string;
  words: string;
  after: string;
}

/** The words of a passage, block by block, as far as a page shows them. */
export function shownUnits({ revision, range }: Passage): { units: ShownUnit[]; cut: boolean } {
  const units: ShownUnit[] = [];
  let left = SHOWN_LIMIT;
  for (const unit of revision.unitsIn(range)) {
    if (left === 0) return { units, cut: true };
    const from = Math.max(range.start, unit.start) - unit.start;
    const to = Math.min(range.end, unit.end) - unit.start;
    const characters = [...unit.text.slice(from, Math.min(to, from + 2 * left))].slice(0, left);
    const words = characters.join('');
    left -= characters.length;
    const isCut = words.length < to - from;
    units.push({
      block: unit.block,
      before: endOf(unit.text.slice(0, from)),
      words: isCut ? `${words.toWellFormed()}…` : words,
      after: isCut ? '' : beginningOf(unit.text.slice(to)),
    });
    if (isCut) return { units, cut: true };
  }
  return { units, cut: false };
}

/** The end of a long text, from a word on. */
function endOf(text: string): string {
  if (text.length <= AROUND_LIMIT) return text;
  return `… ${text
    .slice(-AROUND_LIMIT)
    .replace(/^\S*\s+/u, '')
    .replace(/^[\uDC00-\uDFFF]/, '')}`;
}

/** The beginning of a long text, up to the end of a word. */
function beginningOf(text: string): string {
  if (text.length <= AROUND_LIMIT) return text;
  return `${text
    .slice(0, AROUND_LIMIT)
    .replace(/\s+\S*$/u, '')
    .replace(/[\uD800-\uDBFF]$/, '')} …`;
}
