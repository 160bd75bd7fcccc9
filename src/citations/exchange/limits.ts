/** What a file of sources may be. */
export const fileLimits = {
  /** In bytes. */
  size: 64 * 1024 * 1024,
  records: 200_000,
  /** Of one value, in UTF-16 code units: more than a source may hold, and little enough for any parser. */
  value: 50_000,
  /** How deep braces may stand in each other. */
  depth: 50,
} as const;

export function tooLong(value: string): boolean {
  return value.length > fileLimits.value;
}
