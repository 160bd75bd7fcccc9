import type { Candidate } from '../src/anchors/candidate.ts';
import { quoteOf } from '../src/anchors/quote.ts';
import type { AnchorRow } from '../src/annotations/read.ts';
import { rangeOfStanding, standingOf } from '../src/documents/standing.ts';
import type { AnchorStatus as AnchorStatuses } from '../src/store/generated/enums.ts';
import type { TextRange as Range } from '../src/text/range.ts';
import type { RevisionText } from '../src/text/revision-text.ts';
import { Block } from './block.ts';
import { builder } from './builder.ts';
import { encodeGlobalId } from './global-id.ts';
import { TextRange } from './text-range.ts';

/** Where something points: an anchor that is stored, or a place that was just found. */
export type AnchorModel =
  | { kind: 'stored'; revision: RevisionText; row: AnchorRow }
  | { kind: 'place'; revision: RevisionText; range: Range; status: 'EXACT' | 'AMBIGUOUS'; score: number };

export const AnchorStatus = builder.enumType('AnchorStatus', {
  description: 'How well a pointer into text holds.',
  values: {
    EXACT: { description: 'The very words, in the same place of the same block.' },
    MOVED: {
      description: 'The very words, but elsewhere: in another block, or in another place of theirs.',
    },
    EDITED: {
      description:
        'In their place, but the words were changed a little; the score says how much is left of them.',
    },
    AMBIGUOUS: {
      description: 'Two places fit about as well, so it points at neither. Candidates are so too.',
    },
    ORPHANED: { description: 'The words are gone, so it points at none.' },
  } satisfies Record<keyof typeof AnchorStatuses, object>,
});

export const TextQuote = builder
  .objectRef<{ exact: string; prefix: string; suffix: string }>('TextQuote')
  .implement({
    description: 'Words, and up to 32 characters of what stands before and after them.',
    fields: (t) => ({
      exact: t.exposeString('exact', { description: 'The words.' }),
      prefix: t.exposeString('prefix', { description: 'What stands before them.' }),
      suffix: t.exposeString('suffix', { description: 'What stands after them.' }),
    }),
  });

/** The UTF-16 range of an anchor's words in the revision that it is seen from, or null where it points at none. */
export function rangeIn(anchor: AnchorModel): Range | null {
  if (anchor.kind === 'place') return anchor.range;
  return rangeOfStanding(anchor.revision, standingOf(anchor.row));
}

export const Anchor = builder.objectRef<AnchorModel>('Anchor').implement({
  description:
    'Where something points into the text, and how well that pointer holds in the revision asked for.',
  fields: (t) => ({
    id: t.id({
      nullable: true,
      description:
        'By which `reanchorAnnotation` knows it; null for a place that no annotation has. Made in place of another, it has another id.',
      resolve: (anchor) => (anchor.kind === 'stored' ? encodeGlobalId('Anchor', anchor.row.id) : null),
    }),
    status: t.field({
      type: AnchorStatus,
      description: 'How well it holds.',
      resolve: (anchor) => (anchor.kind === 'stored' ? anchor.row.status : anchor.status),
    }),
    score: t.float({
      description: '1 for the very words in the very place; less, the less is sure.',
      resolve: (anchor) => (anchor.kind === 'stored' ? anchor.row.score : anchor.score),
    }),
    range: t.field({
      type: TextRange,
      nullable: true,
      description: 'Where the words stand; null where it points at none.',
      resolve: (anchor) => {
        const range = rangeIn(anchor);
        return range === null ? null : { revision: anchor.revision, start: range.start, end: range.end };
      },
    }),
    quote: t.field({
      type: TextQuote,
      description: 'The words that it was made on.',
      resolve: (anchor, _args, { budget }) => {
        const quote = anchor.kind === 'stored' ? anchor.row : quoteOf(anchor.revision.text, anchor.range);
        budget.text(quote.exact.length);
        return quote;
      },
    }),
    blocks: t.field({
      type: [Block],
      description: 'The blocks whose own words it touches, in order; none where it points at no words.',
      resolve: (anchor, _args, { budget }) => {
        const range = rangeIn(anchor);
        return range === null ? [] : budget.list(anchor.revision.unitsIn(range).map(({ block }) => block));
      },
    }),
  }),
});

/** The id of the revision that an anchor was made on. */
export function madeOnIdOf(anchor: AnchorModel): string {
  return anchor.kind === 'stored' ? anchor.row.madeOnId : anchor.revision.id;
}

/** A place that was found, as an anchor that is not stored. */
export function anchorAt(
  revision: RevisionText,
  { range, score }: Candidate,
  status: 'EXACT' | 'AMBIGUOUS',
): AnchorModel {
  return { kind: 'place', revision, range: { start: range.start, end: range.end }, status, score };
}
