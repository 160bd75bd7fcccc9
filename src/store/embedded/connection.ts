import type { Socket } from 'node:net';
import type { PGlite } from '@electric-sql/pglite';
import { BackendFollower, FrontendReader } from './messages.ts';
import type { SessionLock } from './session-lock.ts';

/** How long, in milliseconds, a client may leave a transaction open and silent while others wait for the session. */
const IDLE_IN_TRANSACTION_LIMIT = 60_000;

/**
 * Serves one client of the embedded database.
 *
 * PGlite has one session for everybody. Two rules keep clients apart in it: everything up to a message that
 * awaits an answer runs in one go (so that no other client replaces the unnamed statement between its Parse and its
 * Bind), and a client that has opened a transaction keeps the session until it ends it or goes away.
 */
export class Connection {
  readonly #reader = new FrontendReader();
  readonly #follower = new BackendFollower();
  readonly #socket: Socket;
  readonly #database: PGlite;
  readonly #lock: SessionLock;
  #pending: Uint8Array[] = [];
  #work: Promise<void> = Promise.resolve();
  #idleTimer: NodeJS.Timeout | undefined;
  #gone = false;

  constructor(socket: Socket, database: PGlite, lock: SessionLock) {
    this.#socket = socket;
    this.#database = database;
    this.#lock = lock;
    socket.on('data', (chunk) => this.#receiveOrHangUp(chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#leave());
  }

  /** Resolves when all that the client sent before has been answered and its open transaction, if any, is rolled back. */
  async close(): Promise<void> {
    this.#socket.destroy();
    this.#leave();
    await this.#work;
  }

  #receiveOrHangUp(chunk: Uint8Array): void {
    try {
      this.#receive(chunk);
    } catch {
      this.#socket.destroy();
    }
  }

  #receive(chunk: Uint8Array): void {
    this.#reader.push(chunk);
    for (let message = this.#reader.next(); message !== null; message = this.#reader.next()) {
      if (message.kind === 'encryption-request') this.#socket.write('N');
      else if (message.kind === 'cancel-request' || message.terminates) this.#socket.end();
      else {
        this.#pending.push(message.bytes);
        if (message.awaitsAnswer) this.#dispatch();
      }
    }
  }

  #dispatch(): void {
    const batch = Buffer.concat(this.#pending);
    this.#pending = [];
    this.#work = this.#work.then(() => this.#run(batch)).catch(() => this.#fail());
  }

  async #run(batch: Uint8Array): Promise<void> {
    if (this.#gone) return;
    clearTimeout(this.#idleTimer);
    await this.#lock.acquire(this);
    this.#follower.expectAnswer();
    await this.#database.runExclusive(() =>
      this.#database.execProtocolRawStream(batch, {
        onRawData: (data) => {
          this.#follower.push(data);
          if (this.#socket.writable) this.#socket.write(Buffer.from(data));
        },
      }),
    );
    if (this.#follower.status === 'idle') this.#lock.release(this);
    else this.#idleTimer = setTimeout(() => this.#socket.destroy(), IDLE_IN_TRANSACTION_LIMIT).unref();
  }

  #fail(): void {
    this.#socket.destroy();
  }

  #leave(): void {
    if (this.#gone) return;
    this.#gone = true;
    clearTimeout(this.#idleTimer);
    this.#work = this.#work.then(() => this.#giveBack()).catch(() => undefined);
  }

  async #giveBack(): Promise<void> {
    if (!this.#lock.isHeldBy(this)) return;
    try {
      await this.#database.exec('ROLLBACK');
    } finally {
      this.#lock.release(this);
    }
  }
}
