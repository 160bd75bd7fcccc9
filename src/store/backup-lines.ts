import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { systemFault } from '../system-fault.ts';
import { StoreProblem } from './problem.ts';
import { type Table, tables } from './tables.ts';

const headerShape = z.object({
  format: z.literal('scholion-backup'),
  version: z.literal(1),
  migration: z.string(),
});
const footerShape = z.object({ rows: z.int(), sha256: z.string() });
const rowShape = z.tuple([z.enum(tables), z.record(z.string(), z.unknown())]);

const CHANGED = 'it was changed or damaged since it was made';

export interface BackupRow {
  table: Table;
  /** As JSON. */
  row: string;
}

/**
 * Reads a backup to its end to see that it is whole.
 * @returns the newest migration of the database that it was made of.
 * @throws StoreProblem BACKUP_INVALID
 */
export async function checkBackup(file: string): Promise<string> {
  const lines = linesOf(file);
  const header = parse(headerShape, (await lines.next()).value, file);
  await lines.return(undefined);
  for await (const _row of rowsOf(file));
  return header.migration;
}

/**
 * The rows of a backup. Only when they have come to their end without an error is it known that they are whole.
 * @throws StoreProblem BACKUP_INVALID
 */
export async function* rowsOf(file: string): AsyncGenerator<BackupRow> {
  const hash = createHash('sha256');
  let lines = 0;
  let ended = false;
  for await (const line of linesOf(file)) {
    if (ended) throw invalidBackup(file, CHANGED);
    lines += 1;
    if (lines > 1 && line.startsWith('{')) {
      const footer = parse(footerShape, line, file);
      if (footer.rows !== lines - 2 || footer.sha256 !== hash.digest('hex'))
        throw invalidBackup(file, CHANGED);
      ended = true;
      continue;
    }
    hash.update(`${line}\n`);
    if (lines === 1) continue;
    const [table, row] = parse(rowShape, line, file);
    yield { table, row: JSON.stringify(row) };
  }
  if (!ended) throw invalidBackup(file, 'its end is missing');
}

async function* linesOf(file: string): AsyncGenerator<string, undefined> {
  const gunzip = createGunzip();
  const reading = pipeline(createReadStream(file), gunzip);
  // Errors reach the caller through the lines; this only keeps them from being unhandled as well.
  reading.catch(() => undefined);
  try {
    yield* split(gunzip.setEncoding('utf8'));
    await reading;
  } catch (error) {
    throw invalidBackup(file, readingFault(error), error);
  } finally {
    gunzip.destroy();
  }
  return undefined;
}

/** Splits at line feeds only: texts have other line separators in them, at which newer versions of Node's readline splits. */
async function* split(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let parts: string[] = [];
  for await (const chunk of chunks) {
    const [first = '', ...rest] = chunk.split('\n');
    parts.push(first);
    for (const part of rest) {
      yield parts.join('');
      parts = [part];
    }
  }
  if (parts.some((part) => part !== '')) yield parts.join('');
}

const READING_FAULTS: Record<string, string> = {
  Z_BUF_ERROR: 'its end is missing',
  Z_DATA_ERROR: 'it is no backup, or damaged',
};

function readingFault(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return READING_FAULTS[code] ?? systemFault(error);
}

function parse<Output>(shape: z.ZodType<Output>, line: string | undefined, file: string): Output {
  try {
    return shape.parse(JSON.parse(line ?? ''));
  } catch (error) {
    throw invalidBackup(file, 'it is no backup, or damaged', error);
  }
}

export function invalidBackup(file: string, reason: string, cause?: unknown): StoreProblem {
  return new StoreProblem(
    'BACKUP_INVALID',
    `${file} cannot be restored (${reason}); give a file that scholion backup wrote.`,
    { cause },
  );
}
