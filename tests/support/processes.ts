import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { packageFolder } from '../../src/store/paths.ts';

/** What a process did from its start to its end. */
export interface Finished {
  code: number | null;
  out: string;
  err: string;
}

/** A process whose output is read as it comes. */
export class Running {
  readonly #child: ChildProcess;
  readonly #ended: Promise<Finished>;
  out = '';
  err = '';

  constructor(child: ChildProcess) {
    this.#child = child;
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.out += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.err += text;
    });
    this.#ended = once(child, 'close').then(([code]) => ({ code, out: this.out, err: this.err }));
  }

  /** Resolves when the output matches; rejects when the process ends without that. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(this.out) ?? pattern.exec(this.err);
      if (match !== null) return match;
      const more = Promise.race([
        once(this.#child.stdout ?? this.#child, 'data'),
        once(this.#child.stderr ?? this.#child, 'data'),
      ]);
      const ended = await Promise.race([more.then(() => null), this.#ended]);
      if (ended !== null && !pattern.test(this.out) && !pattern.test(this.err))
        throw new Error(
          `The process ended with ${ended.code} and never said ${pattern}: ${ended.out}${ended.err}`,
        );
    }
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Reads no more of what it writes to standard output. */
  closeOutput(): void {
    this.#child.stdout?.destroy();
  }

  async end(): Promise<Finished> {
    return await this.#ended;
  }
}

/** Starts a JavaScript or built TypeScript file with arguments, with nothing of this environment that chooses a store. */
export function start(file: string, args: readonly string[], env: Record<string, string> = {}): Running {
  const { DATABASE_URL: _url, SCHOLION_DATA: _data, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(packageFolder, file), ...args], {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Running(child);
}
