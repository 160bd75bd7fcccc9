import type { AnchorRow } from '../src/annotations/read.ts';
import { OffsetIndex } from '../src/text/offsets.ts';
import type { RevisionText } from '../src/text/revision-text.ts';
import { sentenceAround } from '../src/text/sentences.ts';
import type { Context } from './context.ts';
import { found } from './found.ts';

/** An anchor, the document that it is in, and the revision that it is seen from, the latest when null. */
export interface AnchorSeen {
  row: AnchorRow;
  documentId: string;
  asOf: RevisionText | null;
}

/** The words at one end of an anchor: the unit that they are in, and the place there in UTF-16 offsets. */
interface End {
  text: string;
  at: number;
}

/** Where the words of an anchor begin and end; null where they are gone. */
type Ends = { start: End; end: End; inOne: boolean } | null;

/** The words of an anchor as they stand; those that it was made on where they are gone. */
export async function surfaceOf(seen: AnchorSeen, context: Context): Promise<string> {
  return surfaceIn(seen.row, await endsOf(seen, context));
}

/** The sentence around an anchor, without what belongs to other blocks. */
export async function contextOf(
  seen: AnchorSeen,
  context: Context,
): Promise<{ prefix: string; exact: string; suffix: string }> {
  const { row, documentId } = seen;
  const ends = await endsOf(seen, context);
  const exact = surfaceIn(row, ends);
  if (ends === null) return { prefix: row.prefix, exact, suffix: row.suffix };
  const { language } = found(await context.loaders.document.read(documentId));
  const { start, end, inOne } = ends;
  const first = sentenceAround(
    start.text,
    { start: start.at, end: inOne ? end.at : start.text.length },
    language,
  );
  const last = inOne ? first : sentenceAround(end.text, { start: 0, end: end.at }, language);
  return {
    prefix: start.text.slice(first.start, start.at),
    exact,
    suffix: end.text.slice(end.at, last.end),
  };
}

/** An anchor over several units is told by the words that it was made on, as long as they are the same. */
function surfaceIn(row: AnchorRow, ends: Ends): string {
  if (ends === null || row.status === 'EXACT' || row.status === 'MOVED') return row.exact;
  const { start, end, inOne } = ends;
  return inOne
    ? start.text.slice(start.at, end.at)
    : `${start.text.slice(start.at)} ${end.text.slice(0, end.at)}`;
}

async function endsOf({ row, asOf }: AnchorSeen, { loaders }: Context): Promise<Ends> {
  const { startUnitId, startOffset, endUnitId, endOffset } = row;
  if (startUnitId === null || startOffset === null || endUnitId === null || endOffset === null) return null;
  const endAt = async (unitId: string, offset: number): Promise<End> => {
    const unit = asOf?.unitById(unitId);
    if (asOf !== null && unit !== undefined)
      return { text: unit.text, at: asOf.unitOffsets(unit).toUtf16(offset, 'CODE_POINT') };
    const text = found(await loaders.unitText.read(unitId));
    return { text, at: new OffsetIndex(text).toUtf16(offset, 'CODE_POINT') };
  };
  const [start, end] = await Promise.all([endAt(startUnitId, startOffset), endAt(endUnitId, endOffset)]);
  return { start, end, inOne: startUnitId === endUnitId };
}
