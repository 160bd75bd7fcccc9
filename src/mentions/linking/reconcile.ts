import type { Proposal } from '../../entities/linking/proposal.ts';
import type { MentionOrigin, MentionStatus } from '../../store/generated/enums.ts';
import type { TextRange } from '../../text/range.ts';

/** A mention that stands in a unit of text already; its range is in UTF-16 offsets from the unit's start. */
export interface StandingMention extends TextRange {
  id: string;
  entityId: string;
  status: MentionStatus;
  origin: MentionOrigin;
  confidence: number;
  withdrawn: boolean;
}

/** What is to be done in a unit of text so that it has the mentions that the linker proposes. */
export interface Reconciled {
  added: Proposal[];
  /** Suggestions whose confidence is another now, or that are made again. */
  changed: { id: string; confidence: number; wasWithdrawn: boolean }[];
  withdrawn: string[];
}

/**
 * Compares what the linker proposes for a unit of text with the mentions that are there. What somebody decided stands:
 * nothing is proposed where a mention of the entity was confirmed or rejected, or one of another on the very words was
 * confirmed. Suggestions of the linker that it would not make now are withdrawn.
 * @param isRejected whether just this was rejected before, on words that were gone since and came back.
 */
export function reconcile(
  proposals: readonly Proposal[],
  standing: readonly StandingMention[],
  isRejected: (proposal: Proposal) => boolean,
): Reconciled {
  const result: Reconciled = { added: [], changed: [], withdrawn: [] };
  const suggestions = standing.filter(isSuggestion);
  // One that stands wins over one that was withdrawn.
  const atPlace = new Map(
    suggestions
      .toSorted((a, b) => Number(b.withdrawn) - Number(a.withdrawn))
      .map((mention) => [placeOf(mention), mention]),
  );
  const decided = new Decided(standing.filter((mention) => !isSuggestion(mention) && !mention.withdrawn));
  const kept = new Set<string>();
  for (const proposal of proposals) {
    if (decided.settles(proposal) || isRejected(proposal)) continue;
    const there = atPlace.get(placeOf(proposal));
    if (there !== undefined) {
      kept.add(there.id);
      const { id, withdrawn: wasWithdrawn } = there;
      if (wasWithdrawn || there.confidence !== proposal.confidence)
        result.changed.push({ id, confidence: proposal.confidence, wasWithdrawn });
    } else result.added.push(proposal);
  }
  for (const mention of suggestions)
    if (!mention.withdrawn && !kept.has(mention.id)) result.withdrawn.push(mention.id);
  return result;
}

/** Whether nobody but the linker said so. */
function isSuggestion({ status, origin }: StandingMention): boolean {
  return status === 'SUGGESTED' && origin === 'LINKER';
}

/** What was decided of places in a unit of text. */
class Decided {
  readonly #confirmed = new Set<string>();
  /** The stretches of each entity by their starts, each with the furthest end so far. */
  readonly #stretches = new Map<string, { start: number; reach: number }[]>();

  constructor(mentions: readonly StandingMention[]) {
    for (const mention of mentions.toSorted((a, b) => a.start - b.start)) {
      if (mention.status === 'CONFIRMED') this.#confirmed.add(`${mention.start}-${mention.end}`);
      const known = this.#stretches.get(mention.entityId);
      const stretch = { start: mention.start, reach: Math.max(mention.end, known?.at(-1)?.reach ?? 0) };
      if (known === undefined) this.#stretches.set(mention.entityId, [stretch]);
      else known.push(stretch);
    }
  }

  settles({ start, end, entityId }: Proposal): boolean {
    if (this.#confirmed.has(`${start}-${end}`)) return true;
    const stretches = this.#stretches.get(entityId) ?? [];
    let low = 0;
    let high = stretches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((stretches[middle]?.start ?? end) < end) low = middle + 1;
      else high = middle;
    }
    return (stretches[low - 1]?.reach ?? 0) > start;
  }
}

function placeOf({ start, end, entityId }: TextRange & { entityId: string }): string {
  return `${start}-${end}:${entityId}`;
}
