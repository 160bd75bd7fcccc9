/** What one annotation may hold, and one call. */
export const annotationLimits = {
  targets: 100,
  bodies: 20,
  /** Of a textual body, in code points. */
  bodyText: 100_000,
  tags: 100,
  /** Of a tag, in code points. */
  tag: 200,
  /** Of the words that one target points at, in UTF-16 code units. */
  targetText: 100_000,
  /** Of a quote's prefix or suffix, in UTF-16 code units. */
  quoteContext: 1_000,
  idempotencyKey: 200,
  /** Annotations in one call. */
  batch: 5_000,
  /** Targets in one call, and the words that they point at together, in UTF-16 code units. */
  batchTargets: 20_000,
  batchText: 4_000_000,
} as const;
