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

/** A bar for a task that says nothing of its steps; nothing is shown in a pipe, or where there is but one step. */
export function createBar(total: number): { advance(steps: number): void; stop(): void } {
  if (!process.stderr.isTTY || total < 2) return { advance: () => undefined, stop: () => undefined };
  const bars = newBars();
  const one = bars.create(total, 0);
  return { advance: (steps) => one.increment(steps), stop: () => endBars(bars) };
}

/** Bars on the terminal, which is left as it is, as Ctrl-C is to end the program at once, and not the bar first. */
export function newBars(format = ' {bar} {value} of {total}'): MultiBar {
  return new MultiBar(
    {
      stream: process.stderr,
      clearOnComplete: true,
      format,
      gracefulExit: false,
      hideCursor: false,
      linewrap: true,
    },
    Presets.shades_classic,
  );
}

/** Takes bars away. Lines that were not drawn yet would be lost, so they are drawn first. */
export function endBars(bars: MultiBar): void {
  bars.update();
  bars.stop();
}

function bar(total: number): Progress {
  const bars = newBars();
  const one = bars.create(total, 0);
  return {
    step: (line) => {
      bars.log(`${line}\n`);
      one.increment();
    },
    stop: () => endBars(bars),
  };
}
