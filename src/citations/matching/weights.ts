/** What each part of a reference says, in the logarithm of how many times likelier it makes a source. */
export const weights = {
  /** The year, and then the month and the day beside it. */
  year: 5,
  month: 2,
  day: 2.5,
  /** That a source has no date. */
  undated: 3,
  /** A number of a volume, an issue or a page that fits; what does not fit may be a place inside. */
  number: 1,
  /**
   * What a word counts against a source that lacks it, and what one does that stands where names do. However rare it is: a
   * source that is meant would have the commonest word of its title too.
   */
  missing: 4.5,
  missingName: 6,
  /** An initial or a given name that fits, or not. */
  given: 1,
} as const;

/** How much of the weight of a word counts where a source has it in a certain place, and where no source part has it. */
export const shares = {
  /** A word that stands where names do and is in a title, though the source has creators. */
  nameInTitle: 0.5,
  /** A word in the name of a publisher, in a place or in a series. */
  aside: 0.7,
  /** Letters wrong, for each. */
  perError: 0.12,
  /** A year beside the true one. */
  nextYear: 0.3,
  /** What is not known of a source may be as the reference says: its date, and words where it has no title or no creator. */
  unknownDate: 0.5,
  unknownWord: 0.25,
} as const;

/** How telling a word is that only one source has; more of the like are told apart by all else. */
const SOURCES = 600;

/** The weight of a word that so many sources have: a rare surname says more than a common word. */
export function wordWeight(frequency: number): number {
  return Math.log(1 + SOURCES / Math.max(1, frequency));
}

/** The least score that is answered: under it more of the reference is against a source than for it. */
export const FLOOR = 0.5;
/** The score of what was published in the year or on the day that is all that a reference says. */
export const ONLY_DATE = 0.3;
/** The least score of a source that has the identifier. */
export const IDENTIFIED = 0.95;
/** How much of the score is for how much of the source the reference says. */
export const COVERAGE = 0.05;
/** The most that a source scores whose date contradicts the reference; one whose title is given may be of any year. */
export const ceilings = { NONE: 1, DAY: 0.7, NEXT_YEAR: 0.54, YEAR: 0.59 } as const;
/** The most that a source scores whose creator has the family name and another given name. */
export const NAMESAKE = 0.59;
