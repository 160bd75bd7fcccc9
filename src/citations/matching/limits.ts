/** The bounds of looking for the source that a reference means. */
export const matchLimits = {
  /** Of a reference, in code points. */
  text: 2_000,
  /** The most words of a reference that are looked up; formatted ones have some twenty. */
  words: 48,
  /** The most sources that are answered. */
  found: 100,
  /** Up to how many sources of a word are counted; a word of more is a common one. */
  counted: 200,
  /** The most words of a reference for which others are tried, as they may be misspelt. */
  misspelt: 6,
  /** The most words of the dictionary that are taken for one that is misspelt. */
  like: 20,
  /** The most sources that are read of the lists of rare words, in all. */
  scanned: 4_000,
  /** The most sources that are read of the list of a name with a year, or of a date. */
  scannedOfOne: 300,
  /** The most sources that are weighed by the common words too, and then compared in full. */
  weighed: 200,
  compared: 120,
  /** The most sources of one identifier. */
  identified: 20,
} as const;
