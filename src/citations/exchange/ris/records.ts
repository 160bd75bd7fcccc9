/** A record of a RIS file. */
export interface RisRecord {
  /** The line, counted from 1, at which it starts. */
  line: number;
  type: string;
  /** Tags with their values, in their order; a tag may come several times. */
  fields: [tag: string, value: string][];
  /** Whether there is an `ER  - ` at its end. */
  ended: boolean;
}

/** Spaces vary in practice: some cut the one at the end of a line, some put one where there should be two. */
const LINE = /^\uFEFF?([A-Z][A-Z0-9]) {1,2}-(?: (.*)|)$/s;

/**
 * Splits a RIS file into its records, `TY` to `ER`. A line without a tag continues the one before.
 * @returns null for a text that has no record at all.
 */
export function risRecords(text: string): RisRecord[] | null {
  const records: RisRecord[] = [];
  let record: RisRecord | undefined;
  // Appended to a string over and over, a value of many lines would be copied as often.
  let parts: string[] = [];
  const finish = (): void => {
    const last = record?.fields.at(-1);
    if (last !== undefined) last[1] = parts.join(' ').trim();
    parts = [];
  };
  for (const [at, line] of text.split(/\r\n|\n|\r/).entries()) {
    const [, tag, value = ''] = LINE.exec(line) ?? [];
    if (tag === undefined) {
      if (line.trim() !== '') parts.push(line.trim());
      continue;
    }
    finish();
    if (tag === 'TY') {
      record = { line: at + 1, type: value.trim().toUpperCase(), fields: [], ended: false };
      records.push(record);
    } else if (tag === 'ER') {
      if (record !== undefined) record.ended = true;
      record = undefined;
    } else record?.fields.push([tag, '']);
    if (record !== undefined && tag !== 'TY') parts.push(value);
  }
  finish();
  return records.length === 0 && text.trim() !== '' ? null : records;
}
