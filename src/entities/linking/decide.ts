import { Choice } from './choice.ts';
import type { NamedStretch } from './find-names.ts';
import type { Proposal } from './proposal.ts';

/** What tells an entity from others of its name. */
export interface About {
  description: string | null;
  names: readonly string[];
  /** How often it stands in a paragraph with another entity, by that one's id. */
  neighbours: ReadonlyMap<string, number>;
}

/** What is known beyond the units that are decided about. */
export interface Knowledge {
  /** Entities that mentions elsewhere in the document refer to. */
  named: ReadonlySet<string>;
  /** Of those that are `contested`; one that is missing is judged by less. */
  about: ReadonlyMap<string, About>;
}

/** A unit of text with the names that stand in it. */
export interface NamedUnit {
  text: string;
  stretches: readonly NamedStretch[];
}

/** Ids of the entities about which `decide` wants to know more: those that compete for a stretch. */
export function contested(units: readonly (readonly NamedStretch[])[]): string[] {
  const ids = new Set<string>();
  const seen = new Set<unknown>();
  for (const { candidates } of units.flat()) {
    if (candidates.length < 2 || seen.has(candidates)) continue;
    seen.add(candidates);
    for (const { entityId } of candidates) ids.add(entityId);
  }
  return [...ids];
}

/**
 * Chooses which entity each name in a document refers to. `confidence.ts` has the figures.
 *
 * A name of one entity refers to it. A surname refers to the one bearer whom a fuller name in the document names; where it
 * names several they are all proposed, none with more than a half. Of entities with one full name, the one is proposed that
 * the document speaks of: by another of its names, with those it stands together with elsewhere, in words of its
 * description, with a title or a preposition before it; where that is not clear all are proposed, none with more than a half.
 *
 * @param units of one document.
 * @returns for each unit its proposals by their places, the likelier first; of one stretch at most five, whose confidences add
 *   up to 1 at most.
 */
export function decide(units: readonly NamedUnit[], knowledge: Knowledge): Proposal[][] {
  const choice = new Choice(units, knowledge);
  return units.map(({ stretches }, unit) => stretches.flatMap((stretch) => choice.proposals(unit, stretch)));
}
