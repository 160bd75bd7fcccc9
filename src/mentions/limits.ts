/** Limits of mentions. */
export const mentionLimits = {
  /** The most that the linker suggests in one document at a time. */
  suggestions: 200_000,
  /** The most that one call reviews. */
  reviewed: 1_000,
  /** How many are written in one statement. */
  written: 10_000,
};
