import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { InputInvalid } from '../problem.ts';
import { systemFault } from '../system-fault.ts';

/**
 * Writes a file piece by piece; it is there under its name only when it is whole.
 * @throws InputInvalid where the operating system does not let it be written.
 */
export async function writePieces(file: string, pieces: AsyncIterable<string>): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(unfinished));
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    if (error instanceof Error && 'syscall' in error)
      throw new InputInvalid(`${file} cannot be written (${systemFault(error)}); choose another file.`);
    throw error;
  }
}

/** Writes pieces to standard output, which stays open. */
export async function printPieces(pieces: AsyncIterable<string>): Promise<void> {
  await pipeline(Readable.from(pieces), process.stdout, { end: false });
}
