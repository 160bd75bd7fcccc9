import type { LocatorLabel } from '../store/generated/enums.ts';

/** A place in a text that cites a source, as it is stored. */
export interface Citation {
  id: string;
  documentId: string;
  /** Of the source as which it is read: where that was merged, the one that it was merged into. */
  sourceId: string;
  /** Where in the source, such as `12-15`; null for the whole. */
  locator: string | null;
  /** What the locator counts; null where there is no locator. */
  locatorLabel: LocatorLabel | null;
  creatorId: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  deletedAt: Date | null;
}

/** The ordinals of a citation's anchors: the place that cites, and the words that it quotes. */
export const CITING = 0;
export const QUOTED = 1;
