/** Gives one holder at a time the database's only session, in the order of asking. */
export class SessionLock {
  #holder: object | null = null;
  readonly #waiting: { holder: object; grant: () => void }[] = [];

  /** Resolves when the holder has the session; at once if it has it already. */
  acquire(holder: object): Promise<void> {
    if (this.#holder === holder) return Promise.resolve();
    if (this.#holder === null) {
      this.#holder = holder;
      return Promise.resolve();
    }
    return new Promise((grant) => this.#waiting.push({ holder, grant }));
  }

  isHeldBy(holder: object): boolean {
    return this.#holder === holder;
  }

  release(holder: object): void {
    if (this.#holder !== holder) return;
    const next = this.#waiting.shift();
    this.#holder = next?.holder ?? null;
    next?.grant();
  }
}
