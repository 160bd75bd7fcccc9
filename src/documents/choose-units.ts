import type { RevisionAlignment } from '../anchors/alignment/align-revisions.ts';
import { newId } from '../store/new-id.ts';
import { checksum } from '../text/normalize.ts';
import type { RevisionUnit } from '../text/revision-text.ts';
import { isTelling } from '../text/telling.ts';

/** The unit of text that stands in a place of a new revision. */
export interface ChosenUnit {
  id: string;
  lineageId: string;
  text: string;
  /** Whether it is to be stored. */
  isNew: boolean;
}

/** A unit that stood in an earlier revision of the document. */
export interface PastUnit {
  id: string;
  lineageId: string;
  checksum: string;
  /** The lineages of the units before and after it in the last revision in which it stood; null at the ends. */
  previousLineageId: string | null;
  nextLineageId: string | null;
}

/** Units that are all new, for a first revision. */
export function newUnits(texts: readonly string[]): ChosenUnit[] {
  return texts.map((text) => newUnit(text, null));
}

/**
 * Chooses the unit for each text of a new revision: the same one where the words did not change; else one of the past
 * with these words, so that what is brought back brings its anchors with it; else a new one, of the lineage of the unit
 * that it continues. No unit and no lineage comes twice. One of the past that says too little to be known again anywhere
 * comes back only next to a unit that it stood next to.
 * @param past the units of the document's past with the words of any changed text, the oldest first.
 */
export function chooseUnits(
  before: readonly Pick<RevisionUnit, 'id' | 'lineageId'>[],
  { units, after }: RevisionAlignment,
  past: readonly PastUnit[],
): ChosenUnit[] {
  const continued = units.map((unit) => (unit.before === null ? undefined : before[unit.before]));
  const lineages = new Set(continued.map((unit) => unit?.lineageId));
  const used = new Set(continued.filter((_, index) => units[index]?.unchanged).map((unit) => unit?.id));
  const choice = new PastChoice(past, used, lineages);
  const chosen = after.map((text, index): ChosenUnit | null => {
    const origin = continued[index];
    if (origin === undefined) return null;
    if (units[index]?.unchanged === true) return known(origin, text);
    const again = choice.ofLineage(checksum(text), origin.lineageId);
    return again === null ? null : known(again, text);
  });
  const lineageAt = (index: number): string | undefined =>
    chosen[index]?.lineageId ?? continued[index]?.lineageId;
  return after.map((text, index) => {
    const made = chosen[index] ?? null;
    if (made !== null) return made;
    const again = choice.ofNoLineage(checksum(text), isTelling(text), [
      lineageAt(index - 1),
      lineageAt(index + 1),
    ]);
    const unit = again === null ? newUnit(text, continued[index]?.lineageId ?? null) : known(again, text);
    chosen[index] = unit;
    return unit;
  });
}

/** Hands out units of the past, each once. */
class PastChoice {
  readonly #byChecksum = new Map<string, PastUnit[]>();
  readonly #byLineage = new Map<string, PastUnit>();
  readonly #used: Set<string | undefined>;
  readonly #lineages: Set<string | undefined>;

  constructor(past: readonly PastUnit[], used: Set<string | undefined>, lineages: Set<string | undefined>) {
    this.#used = used;
    this.#lineages = lineages;
    for (const unit of past.toReversed()) {
      this.#byLineage.set(`${unit.checksum}:${unit.lineageId}`, unit);
      const equals = this.#byChecksum.get(unit.checksum);
      if (equals === undefined) this.#byChecksum.set(unit.checksum, [unit]);
      else equals.push(unit);
    }
  }

  /** One with these words of a lineage that lives on anyway. */
  ofLineage(checksum: string, lineageId: string): PastUnit | null {
    const unit = this.#byLineage.get(`${checksum}:${lineageId}`);
    return unit === undefined ? null : this.#take(unit);
  }

  /**
   * One with these words of a lineage that would not be in the revision without it.
   * @param anywhere whether it may come back in another place.
   * @param neighbours the lineages of the units before and after the place.
   */
  ofNoLineage(
    checksum: string,
    anywhere: boolean,
    [previous, next]: readonly [string | undefined, string | undefined],
  ): PastUnit | null {
    const isBack = ({ lineageId, previousLineageId, nextLineageId }: PastUnit): boolean =>
      !this.#lineages.has(lineageId) &&
      (anywhere || previousLineageId === (previous ?? null) || nextLineageId === (next ?? null));
    const equals = this.#byChecksum.get(checksum) ?? [];
    const found = equals.findLast(isBack);
    return found === undefined ? null : this.#take(found);
  }

  #take(unit: PastUnit): PastUnit | null {
    if (this.#used.has(unit.id)) return null;
    this.#used.add(unit.id);
    this.#lineages.add(unit.lineageId);
    return unit;
  }
}

function known({ id, lineageId }: { id: string; lineageId: string }, text: string): ChosenUnit {
  return { id, lineageId, text, isNew: false };
}

function newUnit(text: string, lineageId: string | null): ChosenUnit {
  const id = newId();
  return { id, lineageId: lineageId ?? id, text, isNew: true };
}
