/**
 * Framing of the PostgreSQL wire protocol, version 3.
 * Source: https://www.postgresql.org/docs/current/protocol-message-formats.html
 */

const SSL_REQUEST = 80877103;
const GSS_ENCRYPTION_REQUEST = 80877104;
const CANCEL_REQUEST = 80877102;

const letter = (character: string): number => character.charCodeAt(0);

const SHORTEST_MESSAGE = 5;
const LONGEST_MESSAGE = 1024 * 1024 * 1024;

/** Messages after which a client waits for an answer: the server may run everything up to them. */
const AWAITS_ANSWER = new Set(['Q', 'S', 'H', 'F', 'p', 'c', 'f', 'X'].map(letter));

export type FrontendMessage =
  | { kind: 'encryption-request' }
  | { kind: 'cancel-request' }
  | { kind: 'message'; bytes: Uint8Array; awaitsAnswer: boolean; terminates: boolean };

/** Cuts the bytes that a client sends into messages. */
export class FrontendReader {
  #chunks: Uint8Array[] = [];
  #length = 0;
  #started = false;

  push(chunk: Uint8Array): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
  }

  /** The next whole message, or null until more bytes arrive. */
  next(): FrontendMessage | null {
    const headerLength = this.#started ? 5 : 8;
    if (this.#length < headerLength) return null;
    const header = this.#peek(headerLength);
    const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
    if (!this.#started) return this.#nextUntyped(view.getInt32(0), view.getInt32(4));
    const bytes = this.#take(1 + view.getInt32(1));
    if (bytes === null) return null;
    const type = view.getUint8(0);
    return {
      kind: 'message',
      bytes,
      awaitsAnswer: AWAITS_ANSWER.has(type),
      terminates: type === letter('X'),
    };
  }

  #nextUntyped(length: number, code: number): FrontendMessage | null {
    const bytes = this.#take(length);
    if (bytes === null) return null;
    if (code === SSL_REQUEST || code === GSS_ENCRYPTION_REQUEST) return { kind: 'encryption-request' };
    if (code === CANCEL_REQUEST) return { kind: 'cancel-request' };
    this.#started = true;
    return { kind: 'message', bytes, awaitsAnswer: true, terminates: false };
  }

  #peek(length: number): Uint8Array {
    const first = this.#chunks[0];
    if (first !== undefined && first.length >= length) return first.subarray(0, length);
    return this.#join().subarray(0, length);
  }

  #take(length: number): Uint8Array | null {
    if (length < SHORTEST_MESSAGE || length > LONGEST_MESSAGE)
      throw new RangeError(`A message of ${length} bytes is no message of this protocol`);
    if (this.#length < length) return null;
    const joined = this.#join();
    this.#length -= length;
    this.#chunks = this.#length === 0 ? [] : [joined.subarray(length)];
    return joined.subarray(0, length);
  }

  #join(): Uint8Array {
    const [first] = this.#chunks;
    if (this.#chunks.length === 1 && first !== undefined) return first;
    const joined = Buffer.concat(this.#chunks);
    this.#chunks = [joined];
    return joined;
  }
}

/** What the server said last of its transaction, if it is ready for the next query; null while it is not. */
export type ReadyStatus = 'idle' | 'transaction' | 'failed' | null;

/** Follows the bytes that the database answers, to tell when it is ready for the next query. */
export class BackendFollower {
  #status: ReadyStatus = null;
  #header: number[] = [];
  #bodyLeft = 0;

  get status(): ReadyStatus {
    return this.#status;
  }

  expectAnswer(): void {
    this.#status = null;
  }

  push(chunk: Uint8Array): void {
    let at = 0;
    while (at < chunk.length) {
      if (this.#header.length < 5) {
        const byte = chunk[at];
        at += 1;
        if (byte === undefined) return;
        this.#header.push(byte);
        if (this.#header.length === 5) this.#bodyLeft = this.#lengthInHeader() - 4;
      } else {
        const taken = Math.min(this.#bodyLeft, chunk.length - at);
        if (taken > 0) this.#endBody(chunk[at]);
        at += taken;
        this.#bodyLeft -= taken;
      }
      if (this.#header.length === 5 && this.#bodyLeft === 0) this.#header = [];
    }
  }

  #lengthInHeader(): number {
    const [, a = 0, b = 0, c = 0, d = 0] = this.#header;
    return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  }

  #endBody(firstByte: number | undefined): void {
    if (this.#header[0] !== letter('Z')) return;
    if (firstByte === letter('I')) this.#status = 'idle';
    else this.#status = firstByte === letter('E') ? 'failed' : 'transaction';
  }
}
