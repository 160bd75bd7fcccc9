import { MultiBar, Presets } from 'cli-progress';

/** Reports on a task of several steps: a bar below the lines on a terminal, plain lines in a pipe. */
export interface Progress {
  step(line: string, kind?: 'done' | 'error'): void;
  stop(): void;
}

/** @param total how many steps there are. */
export function createProgress(total: number): Progress {
  return process.stderr.isTTY && total > 1 ? bar(total) : lines();
}

function lines(): Progress {
  return {
    step: (line, kind) => (kind === 'error' ? console.error(line) : console.log(line)),
    stop: () => undefined,
  };
}

function bar(total: number): Progress {
  const bars = new MultiBar(
    { stream: process.stderr, clearOnComplete: true, hideCursor: true, format: ' {bar} {value} of {total}' },
    Presets.shades_classic,
  );
  const one = bars.create(total, 0);
  return {
    step: (line) => {
      bars.log(`${line}\n`);
      one.increment();
    },
    stop: () => bars.stop(),
  };
}
