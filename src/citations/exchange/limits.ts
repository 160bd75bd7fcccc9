import { InputInvalid } from '../../problem.ts';

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

/** @throws InputInvalid where a file has too many records. */
export function checkRecords<Item>(records: readonly Item[]): readonly Item[] {
  if (records.length <= fileLimits.records) return records;
  throw new InputInvalid(
    `It has ${records.length} records, and may have ${fileLimits.records}; split it into several files.`,
  );
}
