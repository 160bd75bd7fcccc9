import type { StandingRecord } from '../src/documents/anchor-moves.ts';
import { passageAt, referenceTo } from '../src/documents/passages.ts';
import { rangeOfStanding, type Standing } from '../src/documents/standing.ts';
import type { AnchorStatus as AnchorStatuses } from '../src/store/generated/enums.ts';
import type { RevisionText } from '../src/text/revision-text.ts';
import { AnchorStatus } from './anchor.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { found } from './found.ts';
import { textOf } from './revision-text.ts';
import type { RangeInRevision } from './text-range.ts';

/** How an anchor stood in one revision. */
export interface AnchorStandingModel {
  status: AnchorStatuses;
  score: number;
  /** Where its words stood; null where it pointed at none. */
  place: RangeInRevision | null;
  /** Whether that revision is there to be cited: that of a dry run is not. */
  citable: boolean;
}

export const AnchorStanding = builder.objectRef<AnchorStandingModel>('AnchorStanding').implement({
  description: 'How an anchor stood in one revision.',
  fields: (t) => ({
    status: t.expose('status', { type: AnchorStatus, description: 'How well it held.' }),
    score: t.exposeFloat('score', {
      description: '1 for the very words in the very place; less, the less is sure.',
    }),
    text: t.string({
      nullable: true,
      description: 'The words that it pointed at; null where it pointed at none.',
      resolve: ({ place }, _args, { budget }) => {
        if (place === null) return null;
        budget.text(place.end - place.start);
        return place.revision.text.slice(place.start, place.end);
      },
    }),
    urn: t.string({
      nullable: true,
      description:
        'The canonical reference of the words; null where it pointed at none, and for what a dry run only tries.',
      resolve: ({ place, citable }) =>
        place === null || !citable ? null : referenceTo(passageAt(place.revision, place)),
    }),
  }),
});

/** How an anchor stands in a revision that is in memory. */
export function standingIn(
  revision: RevisionText,
  standing: Standing,
  citable: boolean,
): AnchorStandingModel {
  const range = rangeOfStanding(revision, standing);
  const { status, score } = standing;
  return { status, score, place: range === null ? null : { revision, ...range }, citable };
}

/** How an anchor stood as history tells it. */
export async function standingRecorded(
  { revisionId, status, score, start, end }: StandingRecord,
  context: Context,
): Promise<AnchorStandingModel> {
  if (start === null || end === null) return { status, score, place: null, citable: true };
  const row = found(await context.loaders.revision.read(revisionId));
  const revision = await textOf(row, context);
  const place = (offset: number) => revision.offsets.toUtf16(offset, 'CODE_POINT');
  return { status, score, place: { revision, start: place(start), end: place(end) }, citable: true };
}
