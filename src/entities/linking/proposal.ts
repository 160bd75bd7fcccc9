import type { TextRange } from '../../text/range.ts';

/** A place in a unit of text, as UTF-16 offsets from its start, that refers to an entity. */
export interface Proposal extends TextRange {
  entityId: string;
  /** How sure that is, from 0 to 1: more than 0.5 where it is likelier than all else together. */
  confidence: number;
}
