import type { AnchorRow } from '../src/annotations/read.ts';
import type { Mention } from '../src/mentions/mention.ts';
import { OffsetIndex } from '../src/text/offsets.ts';
import type { RevisionText } from '../src/text/revision-text.ts';
import { sentenceAround } from '../src/text/sentences.ts';
import type { Context } from './context.ts';
import { found } from './found.ts';

/** A mention and the revision that it is seen from, the latest when null. */
interface Seen {
  mention: Mention;
  asOf: RevisionText | null;
}

/** The words at one end of a mention: the unit that they are in, and the place there in UTF-16 offsets. */
interface End {
  text: string;
  at: number;
}

/** The words of a mention, and where they begin and end; null where they are gone. */
interface Words {
  row: AnchorRow;
  ends: { start: End; end: End; inOne: boolean } | null;
}

/** The words of a mention as they stand; those that it was made on where they are gone. */
export async function surfaceOf(seen: Seen, context: Context): Promise<string> {
  return surfaceIn(await wordsOf(seen, context));
}

/** The sentence around a mention, without what belongs to other blocks. */
export async function contextOf(
  seen: Seen,
  context: Context,
): Promise<{ prefix: string; exact: string; suffix: string }> {
  const words = await wordsOf(seen, context);
  const { ends, row } = words;
  const exact = surfaceIn(words);
  if (ends === null) return { prefix: row.prefix, exact, suffix: row.suffix };
  const { language } = found(await context.loaders.document.read(seen.mention.documentId));
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
function surfaceIn({ row, ends }: Words): string {
  if (ends === null || row.status === 'EXACT' || row.status === 'MOVED') return row.exact;
  const { start, end, inOne } = ends;
  return inOne
    ? start.text.slice(start.at, end.at)
    : `${start.text.slice(start.at)} ${end.text.slice(0, end.at)}`;
}

async function wordsOf({ mention, asOf }: Seen, { loaders }: Context): Promise<Words> {
  const row = found(
    await loaders.mentionAnchor.read({ mentionId: mention.id, number: asOf?.number ?? null }),
  );
  const { startUnitId, startOffset, endUnitId, endOffset } = row;
  if (startUnitId === null || startOffset === null || endUnitId === null || endOffset === null)
    return { row, ends: null };
  const endAt = async (unitId: string, offset: number): Promise<End> => {
    const unit = asOf?.unitById(unitId);
    if (asOf !== null && unit !== undefined)
      return { text: unit.text, at: asOf.unitOffsets(unit).toUtf16(offset, 'CODE_POINT') };
    const text = found(await loaders.unitText.read(unitId));
    return { text, at: new OffsetIndex(text).toUtf16(offset, 'CODE_POINT') };
  };
  const [start, end] = await Promise.all([endAt(startUnitId, startOffset), endAt(endUnitId, endOffset)]);
  return { row, ends: { start, end, inOne: startUnitId === endUnitId } };
}
