import { endBars, newBars } from './progress.ts';

/** Reports on reading a file: a bar below the lines on a terminal, plain lines in a pipe. */
export interface BytesProgress {
  /** @param bytes how many have been read so far. */
  update(bytes: number): void;
  log(line: string, kind?: 'done' | 'error'): void;
  /** May be called again. */
  stop(): void;
}

/** @param total how many bytes the file has; 0 where that is not known. */
export function createBytesProgress(total: number): BytesProgress {
  return process.stderr.isTTY && total > 0 ? bar(total) : lines();
}

function lines(): BytesProgress {
  return {
    update: () => undefined,
    log: (line, kind) => (kind === 'error' ? console.error(line) : console.log(line)),
    stop: () => undefined,
  };
}

function bar(total: number): BytesProgress {
  const bars = newBars(' {bar} {percentage} %');
  const one = bars.create(total, 0);
  let running = true;
  return {
    update: (bytes) => one.update(bytes),
    // What is written to a file is not for the terminal.
    log: (line, kind) =>
      kind === 'error' || process.stdout.isTTY ? bars.log(`${line}\n`) : console.log(line),
    stop: () => {
      if (!running) return;
      running = false;
      endBars(bars);
    },
  };
}
