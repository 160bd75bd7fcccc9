import type { EntityKind } from '../../../store/generated/enums.ts';
import { kindNames } from './types.ts';

/** A candidate as a service answers it (W3C Reconciliation Service API 0.2). */
export interface Candidate {
  id: string;
  name: string;
  type: { id: EntityKind; name: string }[];
  /** From 0 to 100. */
  score: number;
  /** Whether it is sure to be the one that is meant. */
  match: boolean;
  description?: string;
}

/** An entity as a candidate; its id is its slug. */
export function toCandidate(
  {
    slug,
    kind,
    name,
    description,
  }: { slug: string; kind: EntityKind; name: string; description: string | null },
  { score, match }: Pick<Candidate, 'score' | 'match'>,
): Candidate {
  return {
    id: slug,
    name,
    type: [{ id: kind, name: kindNames[kind] }],
    score,
    match,
    ...(description === null ? {} : { description }),
  };
}
