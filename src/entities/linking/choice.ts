import type { Candidate } from './candidates.ts';
import {
  CLEAR,
  CUT,
  confidenceOf,
  formOf,
  NAMED_SURNAME,
  OPEN,
  SHARED_NAME,
  SHARED_SURNAME,
} from './confidence.ts';
import { DocumentContext } from './context.ts';
import { type Cue, cueAt } from './cues.ts';
import type { Knowledge, NamedUnit } from './decide.ts';
import type { NamedStretch } from './find-names.ts';
import type { Proposal } from './proposal.ts';
import { scoreOf } from './score.ts';

/** The most that are proposed for a stretch. */
const MOST = 5;

interface Likely {
  candidate: Candidate;
  confidence: number;
}

/** The choice between the entities that names in a document may refer to. */
export class Choice {
  readonly #units: readonly NamedUnit[];
  readonly #context: DocumentContext;
  /** What was chosen for the same candidates with the same cue, by unit. */
  readonly #chosen = new Map<string, readonly Likely[]>();
  readonly #numbers = new Map<readonly Candidate[], number>();
  readonly #areSurnames = new Map<readonly Candidate[], boolean>();
  /** Entities that a name of theirs in the document refers to, and not a surname alone. */
  readonly #named: Set<string>;

  constructor(units: readonly NamedUnit[], knowledge: Knowledge) {
    this.#units = units;
    this.#context = new DocumentContext(units, knowledge);
    this.#named = new Set(this.#context.named);
    // Before surnames, which follow from them.
    for (const [unit, { stretches }] of units.entries())
      for (const stretch of stretches) this.#name(unit, stretch);
  }

  /** Proposals for a stretch of a unit, the likeliest first. */
  proposals(unit: number, stretch: NamedStretch): Proposal[] {
    const { start, end, isCut } = stretch;
    const likely = this.#choose(unit, stretch);
    const [best] = likely;
    const factor = isCut && best !== undefined && best.confidence > CUT ? CUT / best.confidence : 1;
    return likely.map(({ candidate: { entityId }, confidence }) => ({
      start,
      end,
      entityId,
      confidence: Math.round(confidence * factor * 1000) / 1000,
    }));
  }

  #name(unit: number, stretch: NamedStretch): void {
    if (stretch.candidates.length < 2 || stretch.isCut || this.#isSurname(stretch.candidates)) return;
    const [best] = this.#choose(unit, stretch);
    if (best !== undefined && best.confidence > 0.5 && best.candidate.nameKind !== 'SURNAME')
      this.#named.add(best.candidate.entityId);
  }

  #choose(unit: number, stretch: NamedStretch): readonly Likely[] {
    const { candidates } = stretch;
    const [first] = candidates;
    if (first === undefined) return [];
    if (this.#isSurname(candidates)) return this.#surname(unit, candidates);
    if (candidates.length === 1) return [{ candidate: first, confidence: confidenceOf(first) }];
    const cue = cueAt(this.#units[unit]?.text ?? '', stretch);
    return this.#once(unit, candidates, cue, () => this.#fullName(unit, candidates, cue));
  }

  #surname(unit: number, candidates: readonly Candidate[]): readonly Likely[] {
    return this.#once(unit, candidates, null, () => {
      const named = candidates.filter(({ entityId }) => this.#named.has(entityId));
      const [only] = named;
      if (only !== undefined && named.length === 1)
        return [{ candidate: only, confidence: NAMED_SURNAME * formOf(only) }];
      if (named.length > 1) return this.#open(unit, named, NAMED_SURNAME, null);
      const [first] = candidates;
      if (first !== undefined && candidates.length === 1)
        return [{ candidate: first, confidence: confidenceOf(first) }];
      return this.#open(unit, candidates, SHARED_SURNAME, null);
    });
  }

  #fullName(unit: number, candidates: readonly Candidate[], cue: Cue): Likely[] {
    const shares = this.#shares(unit, candidates, SHARED_NAME, cue);
    const [best] = shares;
    if (best !== undefined && best.confidence >= CLEAR * SHARED_NAME) return [best];
    return atMost(shares, OPEN);
  }

  /** Leaves it open between several. */
  #open(unit: number, candidates: readonly Candidate[], shared: number, cue: Cue): Likely[] {
    return atMost(this.#shares(unit, candidates, shared, cue), Math.min(OPEN, shared / 2));
  }

  /** What each has of what they share, by how well it fits (softmax), the best first. */
  #shares(unit: number, candidates: readonly Candidate[], shared: number, cue: Cue): Likely[] {
    const weights = candidates.map((candidate) => Math.exp(scoreOf(candidate, this.#context, unit, cue)));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return candidates
      .map((candidate, index) => ({
        candidate,
        confidence: (shared * formOf(candidate) * (weights[index] ?? 0)) / sum,
      }))
      .sort((a, b) => b.confidence - a.confidence)
      .slice(0, MOST);
  }

  #isSurname(candidates: readonly Candidate[]): boolean {
    const known =
      this.#areSurnames.get(candidates) ?? candidates.every(({ nameKind }) => nameKind === 'SURNAME');
    this.#areSurnames.set(candidates, known);
    return known;
  }

  #once(unit: number, candidates: readonly Candidate[], cue: Cue, choose: () => Likely[]): readonly Likely[] {
    const number = this.#numbers.get(candidates) ?? this.#numbers.size;
    this.#numbers.set(candidates, number);
    const key = `${unit} ${number} ${cue}`;
    const chosen = this.#chosen.get(key) ?? choose();
    this.#chosen.set(key, chosen);
    return chosen;
  }
}

function atMost(likely: readonly Likely[], most: number): Likely[] {
  return likely.map(({ candidate, confidence }) => ({ candidate, confidence: Math.min(most, confidence) }));
}
