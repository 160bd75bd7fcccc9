/** Stands where something was taken out, so that what was on its two sides is not joined; white space, and no word. */
const GAP = '\u2003';

/** What is left of a reference while it is read piece by piece; taking something out moves nothing else. */
export class Rest {
  #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }

  /** Takes out what an expression, which must be global, finds and `read` makes something of. */
  take<Found>(expression: RegExp, read: (match: RegExpExecArray) => Found | null): Found[] {
    const found: Found[] = [];
    for (const match of [...this.#text.matchAll(expression)]) {
      const one = read(match);
      if (one === null) continue;
      found.push(one);
      this.blank(match.index, match.index + match[0].length);
    }
    return found;
  }

  /** Takes out what is between two UTF-16 offsets. */
  blank(start: number, end: number): void {
    this.#text = this.#text.slice(0, start) + GAP.repeat(end - start) + this.#text.slice(end);
  }
}
