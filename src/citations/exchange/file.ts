import { readFile, stat } from 'node:fs/promises';
import { InputInvalid, Problem } from '../../problem.ts';
import { unreadable } from '../../unreadable.ts';
import type { ReadSource } from '../sources/import.ts';
import { type SourceFormat, sourceFormatOfFile } from './formats.ts';
import { fileLimits } from './limits.ts';
import { readSources } from './read.ts';

export interface SourceFile {
  format: SourceFormat;
  sources: ReadSource[];
}

/**
 * Reads a file of sources; see `readSources`.
 * @param options the format, where the file's name does not tell it.
 * @throws InputInvalid where the file cannot be read, is not UTF-8, has more than 64 MiB, or is not of its format.
 */
export async function readSourceFile(
  path: string,
  options: { format?: SourceFormat | undefined } = {},
): Promise<SourceFile> {
  const format = options.format ?? sourceFormatOfFile(path);
  const text = decode(path, await bytesOf(path));
  try {
    return { format, sources: readSources(text, format) };
  } catch (error) {
    throw error instanceof Problem ? new InputInvalid(`${path}: ${error.message}`) : error;
  }
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    const about = await stat(path);
    if (about.isDirectory()) throw new InputInvalid(`${path} is a folder; name a file in it.`);
    refuseAbove(path, about.size);
    const bytes = await readFile(path);
    // A pipe does not say beforehand how much comes.
    refuseAbove(path, bytes.length);
    return bytes;
  } catch (error) {
    throw error instanceof Problem ? error : unreadable(path, error);
  }
}

function refuseAbove(path: string, size: number): void {
  if (size > fileLimits.size)
    throw new InputInvalid(
      `${path} has ${(size / 1024 / 1024).toFixed(1)} MiB, and may have ${fileLimits.size / 1024 / 1024}; split it into several files.`,
    );
}

function decode(path: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputInvalid(`${path} is not UTF-8 text; convert it, for instance with iconv.`);
  }
}
