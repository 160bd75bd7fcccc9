import { encodeGlobalId } from '../../schema/global-id.ts';
import { quoteOf } from '../../src/anchors/quote.ts';
import { spanOf } from '../../src/anchors/span.ts';
import type { RevisionText, RevisionUnit } from '../../src/text/revision-text.ts';
import type { Addition } from '../limit/add.ts';
import { pick, type Random } from '../random.ts';
import { wordsOf } from '../words.ts';

/** The same annotation as this server is asked to add it, and as those are told that find nothing out. */
export interface MadeAddition {
  input: object;
  told: Addition;
}

/** How to say where an annotation goes. */
export type Way = 'quote' | 'block';

/** Annotations of a text, each in one of the ways given, by turns. A quote is one that stands in the text once. */
export function makeAdditions(
  revision: RevisionText,
  count: number,
  { random, agentId, ways }: { random: Random; agentId: string; ways: readonly Way[] },
): MadeAddition[] {
  return Array.from({ length: count }, (_, index) =>
    makeAddition(revision, ways[index % ways.length] ?? 'block', random, agentId),
  );
}

function makeAddition(revision: RevisionText, by: Way, random: Random, agentId: string): MadeAddition {
  const unit = pick(random, revision.units);
  const range = wordsOf(random, unit);
  const quote = quoteOf(revision.text, range);
  const span = spanOf(revision, range);
  const { text } = revision;
  const isOnce = text.indexOf(quote.exact) === text.lastIndexOf(quote.exact);
  if (span === null || (by === 'quote' && !isOnce)) return makeAddition(revision, by, random, agentId);
  const { startOffset: start, endOffset: end } = span;
  const said = { motivation: 'COMMENTING', tags: ['benchmark', by], text: `A remark on “${quote.exact}”.` };
  const { documentId, id: revisionId, number } = revision;
  return {
    input: {
      document: encodeGlobalId('Document', documentId),
      targets: [by === 'quote' ? { quote } : blockSelector(unit, start, end)],
      motivation: said.motivation,
      tags: said.tags,
      bodies: [{ text: { text: said.text } }],
    },
    told: { agentId, documentId, revisionId, number, unitId: unit.id, start, end, quote, ...said },
  };
}

function blockSelector({ block }: RevisionUnit, start: number, end: number): object {
  return { block: { ref: block.ref, range: { start, end } } };
}
