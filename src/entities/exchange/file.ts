import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { InputInvalid, Problem } from '../../problem.ts';
import { unreadable } from '../../unreadable.ts';
import { readCsv } from './csv/read.ts';
import { type EntityFormat, formatOfFile } from './formats.ts';
import { readJsonLines } from './jsonl.ts';
import { readReconciliation } from './reconciliation/read.ts';
import type { ReadRow } from './row.ts';

export interface ReadOptions {
  /** Otherwise the file's name tells it. */
  format?: EntityFormat | undefined;
  /** Whether candidates count that a reconciliation service is not sure of. */
  allCandidates?: boolean | undefined;
}

/** A file of entities that is there, and text. */
export interface EntityFile {
  /** How many bytes it has; 0 for a pipe. */
  size: number;
  /** How many of them have been read. */
  bytesRead(): number;
  /** Its entities, read as they are asked for, once; they throw InputInvalid where the file as a whole is wrong. */
  rows: AsyncIterable<ReadRow>;
}

/**
 * Opens a file of entities. Before anything of it is used it is read to its end to see that all of it is UTF-8, unless it is a
 * pipe.
 * @throws InputInvalid
 */
export async function readEntityFile(path: string, options: ReadOptions = {}): Promise<EntityFile> {
  const about = await stat(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  if (about.isDirectory()) throw new InputInvalid(`${path} is a folder; name a file in it.`);
  const format = options.format ?? formatOfFile(path);
  if (about.isFile()) for await (const _chunk of textOf(path));
  let bytesRead = 0;
  const chunks = textOf(path, (bytes) => {
    bytesRead += bytes;
  });
  const rows = rowsOf(chunks, format, options.allCandidates ?? false);
  return { size: about.size, bytesRead: () => bytesRead, rows: naming(path, rows) };
}

function rowsOf(
  chunks: AsyncIterable<string>,
  format: EntityFormat,
  allCandidates: boolean,
): AsyncGenerator<ReadRow> {
  if (format === 'csv') return readCsv(chunks);
  if (format === 'jsonl') return readJsonLines(chunks);
  return readReconciliation(chunks, allCandidates);
}

/** Lets what is wrong with the file as a whole say which file it is. */
async function* naming(path: string, rows: AsyncIterable<ReadRow>): AsyncGenerator<ReadRow> {
  try {
    yield* rows;
  } catch (error) {
    throw error instanceof Problem && !error.message.startsWith(path)
      ? new InputInvalid(`${path}: ${error.message}`)
      : error;
  }
}

async function* textOf(path: string, onBytes?: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const bytes = createReadStream(path, { highWaterMark: 1024 * 1024 });
  try {
    for await (const chunk of bytes) {
      onBytes?.(chunk.length);
      yield decode(path, decoder, chunk, true);
    }
    yield decode(path, decoder, undefined, false);
  } catch (error) {
    throw error instanceof Problem ? error : unreadable(path, error);
  }
}

function decode(path: string, decoder: TextDecoder, chunk: Uint8Array | undefined, stream: boolean): string {
  try {
    return decoder.decode(chunk, { stream });
  } catch {
    throw new InputInvalid(`${path} is not UTF-8 text; convert it, for instance with iconv.`);
  }
}
