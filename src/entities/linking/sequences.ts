/** Sequences of numbers one after the other in one array that grows: far smaller than an array for each. */
export class Sequences {
  #numbers = new Int32Array(1024);
  #ends = new Int32Array(256);
  #length = 0;
  #count = 0;

  /** How many sequences there are. */
  get count(): number {
    return this.#count;
  }

  /** How many numbers all of them have. */
  get total(): number {
    return this.#length;
  }

  /** Adds a sequence; it may be empty. */
  add(numbers: readonly number[]): void {
    if (this.#length + numbers.length > this.#numbers.length)
      this.#numbers = enlarged(this.#numbers, 2 * this.#numbers.length + numbers.length);
    if (this.#count === this.#ends.length) this.#ends = enlarged(this.#ends, 2 * this.#ends.length);
    this.#numbers.set(numbers, this.#length);
    this.#length += numbers.length;
    this.#ends[this.#count] = this.#length;
    this.#count += 1;
  }

  /** Where a sequence begins in the order of all numbers. */
  startOf(index: number): number {
    return index === 0 ? 0 : (this.#ends[index - 1] ?? 0);
  }

  endOf(index: number): number {
    return this.#ends[index] ?? 0;
  }

  /** The number at a place in the order of all. */
  at(place: number): number {
    return this.#numbers[place] ?? 0;
  }
}

function enlarged(numbers: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(numbers);
  return larger;
}
