import { CsvError, parse } from 'csv-parse/sync';
import { LINE_LIMIT, type Line, TOO_LONG } from '../lines.ts';

/** A row of a CSV file: its cells, or why it has none. */
export type CsvRecord = { line: number; begins: string } & ({ cells: string[] } | { fault: string });

const UNCLOSED =
  'The row opens a quotation mark that is not closed where it should be; close it at the end of the cell, or double it where it belongs to the text.';
const STRAY =
  'The row has a quotation mark in the middle of a cell; put the whole cell in quotation marks, and double those that belong to the text.';

/**
 * The rows of a CSV file (RFC 4180). A row goes on over lines as long as a quotation mark is open. Of one that is broken only
 * the first line is lost: reading goes on with the next line, so that one mark too many does not swallow the rest.
 */
export async function* recordsOf(lines: AsyncIterable<Line>): AsyncGenerator<CsvRecord> {
  const source = new Lookahead(lines);
  for (;;) {
    const first = await source.next();
    if (first === null) return;
    if (first.text === '') continue;
    const begins = first.text ?? '';
    const record = { line: first.number, begins };
    if (first.text === null) {
      yield { ...record, fault: TOO_LONG };
      continue;
    }
    const more: Line[] = [];
    const text = await takeRest(first.text, source, more);
    const cells = text === null ? null : readCells(text);
    if (cells === null) {
      source.putBack(more);
      yield { ...record, fault: more.length > 0 || text === null ? UNCLOSED : STRAY };
    } else yield { ...record, cells };
  }
}

/** The row that begins so, up to where its quotation marks are closed; null if they never are. */
async function takeRest(first: string, source: Lookahead, more: Line[]): Promise<string | null> {
  const parts = [first];
  let length = first.length;
  let open = hasOddMarks(first);
  while (open) {
    const line = await source.next();
    if (line === null) return null;
    more.push(line);
    length += line.text?.length ?? 0;
    if (line.text === null || length > LINE_LIMIT) return null;
    parts.push(line.text);
    open = open !== hasOddMarks(line.text);
  }
  return parts.join('\n');
}

function hasOddMarks(text: string): boolean {
  let odd = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) odd = !odd;
  return odd;
}

function readCells(text: string): string[] | null {
  try {
    const [cells = []] = parse(text, { record_delimiter: '\n', max_record_size: 0 });
    return cells;
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

/** Lines of which some were read in vain and come again. */
class Lookahead {
  readonly #lines: AsyncIterator<Line>;
  #again: Line[] = [];

  constructor(lines: AsyncIterable<Line>) {
    this.#lines = lines[Symbol.asyncIterator]();
  }

  async next(): Promise<Line | null> {
    const again = this.#again.pop();
    if (again !== undefined) return again;
    const { done, value } = await this.#lines.next();
    return done === true ? null : value;
  }

  putBack(lines: readonly Line[]): void {
    this.#again.push(...lines.toReversed());
  }
}
