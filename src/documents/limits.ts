/** What one document may hold. Whoever needs more should publish it as several documents. */
export const documentLimits = {
  /** Of the source as it is imported, in UTF-8 bytes. */
  sourceBytes: 8 * 1024 * 1024,
  blocks: 100_000,
  /** Of a title, licence or attribution, in code points. */
  description: 500,
  url: 2_048,
  /** Of a revision's note, in code points. */
  note: 2_000,
} as const;
