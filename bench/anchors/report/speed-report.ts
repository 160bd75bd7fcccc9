import { EDIT_SIZES, SPEED, type Speed } from '../speed/speed.ts';
import { markdownTable } from './markdown.ts';

/** What Scholion's time may be at most, as a share of the diff's, and as a multiple of its own on the shorter text. */
const MOST_OF_DIFF = 0.1;
const MOST_GROWTH = 1.5;

export function speedTable(speed: Speed): string {
  const { size, scholion, align, carry, diff, longer, rounds } = speed;
  const microseconds = (milliseconds: number): string => ((1000 * milliseconds) / SPEED.anchors).toFixed(2);
  const rows = [
    ['Scholion', scholion.toFixed(1), microseconds(scholion), ''],
    ['– aligning the revisions', align.toFixed(1), microseconds(align), ''],
    ['– carrying the anchors', carry.toFixed(1), microseconds(carry), ''],
    ['diff-match-patch, then mapping', diff.toFixed(1), microseconds(diff), ''],
    ['Scholion / diff-match-patch', '', '', (scholion / diff).toFixed(4)],
    [`Scholion, ${SPEED.times} times the text`, longer.toFixed(1), microseconds(longer), ''],
    [`${SPEED.times} times the text / the text`, '', '', (longer / scholion).toFixed(2)],
  ];
  const what = `${number(SPEED.anchors)} anchors, ${number(SPEED.length)} characters, ${number(SPEED.edits)} scattered edits, ${size.name}; medians of ${rounds} rounds by turns.`;
  return `### Speed: edits of ${size.name.replace(' each', '')}\n\n${what}\n\n${markdownTable(['', 'ms', 'µs an anchor', 'ratio'], rows)}`;
}

/** What was to be reached and has not been, in a sentence each. */
export function missedSpeed({ size, scholion, diff, longer }: Speed): string[] {
  const missed: string[] = [];
  if (size === EDIT_SIZES[0] && scholion > MOST_OF_DIFF * diff)
    missed.push(
      `Speed: ${(scholion / diff).toFixed(3)} of the time of diff-match-patch, more than ${MOST_OF_DIFF}`,
    );
  if (longer >= MOST_GROWTH * scholion)
    missed.push(
      `Speed: ${(longer / scholion).toFixed(2)} times the time on ${SPEED.times} times the text, not under ${MOST_GROWTH}`,
    );
  return missed;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
