import { z } from 'zod';
import { AnchorStatus } from '../store/generated/enums.ts';
import type { RevisionText } from '../text/revision-text.ts';
import { rangeOfStanding, type Standing } from './standing.ts';

/** Where an anchor stood, as events have it. */
export const standing = z.object({
  anchorId: z.string(),
  /** The revision that it is told of. */
  revisionId: z.string(),
  status: z.enum(AnchorStatus),
  score: z.number(),
  /** Code points of that revision's canonical text; null where it pointed at no words. */
  start: z.int().nullable(),
  end: z.int().nullable(),
});

const move = z.object({ from: standing, to: standing });

/** Where an anchor stood in a revision, as history keeps it. */
export type StandingRecord = z.infer<typeof standing>;

/** How an annotation's anchor came to stand otherwise; where it was replaced by another one, the two differ in `anchorId`. */
export type AnchorMove = z.infer<typeof move>;

/** Writes down where an anchor stands. */
export function recordOf(anchorId: string, revision: RevisionText, standing: Standing): StandingRecord {
  const range = rangeOfStanding(revision, standing);
  const place = (offset: number) => revision.offsets.fromUtf16(offset, 'CODE_POINT');
  return {
    anchorId,
    revisionId: revision.id,
    status: standing.status,
    score: standing.score,
    start: range === null ? null : place(range.start),
    end: range === null ? null : place(range.end),
  };
}

const state = z.object({ anchors: z.array(move).default([]) });

/** The moves that an event tells of; none where it tells of something else. */
export function movesOf(event: { state: unknown }): AnchorMove[] {
  return state.parse(event.state ?? {}).anchors;
}
