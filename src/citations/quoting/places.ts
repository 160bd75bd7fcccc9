import { type FoldedText, foldText } from '../../anchors/fold.ts';
import { foldedPlaces, isWholeWords } from '../../anchors/folded-places.ts';
import type { SoughtWords } from '../../anchors/sought-words.ts';
import type { TextRange } from '../../text/range.ts';

/** Into how many of the units after it a quotation may go on at an elision. */
const REACH = 3;

/** A stretch of the words of one unit, in UTF-16 code units from its start. */
export interface PlaceInUnit extends TextRange {
  /** The index of the unit. */
  unit: number;
}

/** A place where all parts of a quotation stand. */
export interface QuotationFound {
  /** That of the chief part. */
  chief: PlaceInUnit;
  /** Those of the first and of the last part. */
  first: PlaceInUnit;
  last: PlaceInUnit;
}

/** Where some words stand in a text as whole words, but for case, accents, white space, dashes and quotation marks. */
export function wholePlaces(text: string, folded: FoldedText, words: SoughtWords): TextRange[] {
  return foldedPlaces(text, folded, words).filter((range) => isWholeWords(text, range));
}

/** Finds the parts of a quotation in the units of one text, in document order. */
export class PartFinder {
  readonly #units: readonly { text: string }[];
  readonly #parts: readonly SoughtWords[];
  readonly #folded = new Map<number, FoldedText>();
  readonly #places = new Map<string, PlaceInUnit[]>();

  constructor(units: readonly { text: string }[], parts: readonly SoughtWords[]) {
    this.#units = units;
    this.#parts = parts;
  }

  /**
   * The places in a unit where a part stands and the others follow each other before and after it: each in the same unit or
   * one of the next, with no nearer place for any.
   */
  quotationsAt(unit: number, chief: number): QuotationFound[] {
    return this.#placesIn(unit, chief).flatMap((place) => this.#around(place, chief) ?? []);
  }

  #around(place: PlaceInUnit, chief: number): QuotationFound | null {
    const end = this.#parts.length - 1;
    const last = this.#go(place, chief, end);
    const first = this.#go(place, chief, 0);
    if (first === null || last === null) return null;
    // Of "a … b" in "a b b" only the first b makes a quotation, and of "a a b" only the last a.
    const nearest = isAt(place, this.#go(first, 0, chief)) && isAt(first, this.#go(last, end, 0));
    return nearest ? { chief: place, first, last } : null;
  }

  /** From the place of one part to the nearest one of another by those between. */
  #go(from: PlaceInUnit, part: number, to: number): PlaceInUnit | null {
    let place: PlaceInUnit | null = from;
    const step = Math.sign(to - part);
    for (let next = part + step; step !== 0 && place !== null && next !== to + step; next += step)
      place = this.#nearest(place, next, step);
    return place;
  }

  #nearest(from: PlaceInUnit, part: number, step: number): PlaceInUnit | null {
    for (let distance = 0; distance <= REACH; distance += 1) {
      const places = this.#placesIn(from.unit + step * distance, part);
      const within = distance === 0 ? from : null;
      const found =
        step > 0
          ? places[countWhere(places, ({ start }) => within !== null && start < within.end)]
          : places[countWhere(places, ({ end }) => within === null || end <= within.start) - 1];
      if (found !== undefined) return found;
    }
    return null;
  }

  #placesIn(unit: number, part: number): PlaceInUnit[] {
    const key = `${unit} ${part}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const text = this.#units[unit]?.text;
    const words = this.#parts[part];
    if (text === undefined || words === undefined) return [];
    const folded = this.#folded.get(unit) ?? foldText(text);
    this.#folded.set(unit, folded);
    const places = wholePlaces(text, folded, words).map((range) => ({ ...range, unit }));
    this.#places.set(key, places);
    return places;
  }
}

function isAt(place: PlaceInUnit, other: PlaceInUnit | null): boolean {
  return other?.unit === place.unit && other.start === place.start;
}

/** How many places at the beginning of a list hold what those after them do not. */
function countWhere(places: readonly PlaceInUnit[], holds: (place: PlaceInUnit) => boolean): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const place = places[middle];
    if (place !== undefined && holds(place)) low = middle + 1;
    else high = middle;
  }
  return low;
}
