import type { LocatorLabel } from '../../../store/generated/enums.ts';

/** A date of a reference, as far as it is given; months and days count from 1. */
export interface SoughtDate {
  /** As it is written. */
  text: string;
  year: number;
  month: number | null;
  day: number | null;
  /** The letter that tells works of one year apart: the `a` of 1985a. */
  suffix: string | null;
}

/** What may be the name of a person or of a body; of what stands first in a reference more cannot be known. */
export interface SoughtName {
  text: string;
  family: string;
  given: string | null;
}

/** A word of a reference that a source may have. */
export interface SoughtWord {
  /** As it is written. */
  text: string;
  /** Folded as names are. */
  key: string;
  /** Whether it stands first, where names do. */
  isName: boolean;
  /** Whether it may well be something else, as a month or a number; then it does not count against what lacks it. */
  isOptional: boolean;
}

/** A number inside of a source, and what it counts. */
export interface SoughtLocator {
  text: string;
  label: LocatorLabel;
}

/** What a reference says of the source that it means. What it does not say is null, or none. */
export interface SoughtReference {
  /** As sources have it: in lower case, without a prefix. */
  doi: string | null;
  /** An ISBN-13 without hyphens. */
  isbn: string | null;
  url: string | null;
  /** The whole, where it is written without spaces and so may be a citation key. */
  key: string | null;
  /** The place inside of the source: its page rather than its chapter, and that rather than its volume. */
  locator: SoughtLocator | null;
  /** Every number with a label, and ranges without one, in their order. */
  numbers: SoughtLocator[];
  dates: SoughtDate[];
  /** Whether it says that the source has no date. */
  isUndated: boolean;
  names: SoughtName[];
  /** What stands in quotation marks or between signs of italics. */
  titles: string[];
  /** Each once, without stop words and what only references have, such as "ed.". */
  words: SoughtWord[];
}
