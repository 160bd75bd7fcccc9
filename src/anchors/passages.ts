import type { RevisionAlignment } from './alignment/align-revisions.ts';
import { cutChanges, type Outside } from './cut-change.ts';
import type { Passage } from './statement.ts';
import type { UnitRange } from './unit-range.ts';
import { keptAfter, keptBefore } from './words/differing-part.ts';

/** Words and where they stand; they may be others than stand there now. */
interface Quoted {
  range: UnitRange;
  words: string;
}

const NOTHING: Outside = { before: '', after: '' };

/** The old and the new words with what stands around them; changes that their ends cut through are taken whole. */
export function passagesOf(alignment: RevisionAlignment, old: Quoted, now: Quoted): [Passage, Passage] {
  const cut = cutChanges(alignment, old.range, now.range);
  return [passageIn(alignment.before, old, cut?.old), passageIn(alignment.after, now, cut?.now)];
}

function passageIn(units: readonly string[], { range, words }: Quoted, cut = NOTHING): Passage {
  const first = units[range.start.unit] ?? '';
  const last = units[range.end.unit] ?? '';
  return {
    before: keptBefore(first.slice(0, range.start.offset - cut.before.length)),
    words: cut.before + words + cut.after,
    after: keptAfter(last.slice(range.end.offset + cut.after.length)),
  };
}
