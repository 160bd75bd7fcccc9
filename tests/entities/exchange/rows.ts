import { readCsv } from '../../../src/entities/exchange/csv/read.ts';
import { readJsonLines } from '../../../src/entities/exchange/jsonl.ts';
import { readReconciliation } from '../../../src/entities/exchange/reconciliation/read.ts';
import type { ReadRow } from '../../../src/entities/exchange/row.ts';

/** A text in pieces of any size, as it comes from a file. */
export async function* chunksOf(text: string, size = 7): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

export const csv = (text: string, size?: number) => readCsv(chunksOf(text, size));
export const jsonl = (text: string, size?: number) => readJsonLines(chunksOf(text, size));
export const reconciliation = (text: string, all = false) => readReconciliation(chunksOf(text), all);

/** What a reader tells of each row, in short: its place, and its name or why it is refused. */
export async function tellAll(rows: AsyncIterable<ReadRow>): Promise<string[]> {
  const told: string[] = [];
  for await (const row of rows) {
    if ('given' in row) told.push(`${row.place}: ${row.given.name.text}`);
    else told.push(`${row.place}: ${'refused' in row ? row.refused : 'passed over'}`);
  }
  return told;
}

/** All that comes, in a list. */
export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}
