import { createServer, type Server } from 'node:net';
import type { PGlite } from '@electric-sql/pglite';
import { Connection } from './connection.ts';
import { SessionLock } from './session-lock.ts';

/** Lets any number of PostgreSQL clients, of this and of other processes, share one PGlite through a Unix socket. */
export class EmbeddedSocketServer {
  readonly #server: Server;
  readonly #connections = new Set<Connection>();

  constructor(database: PGlite) {
    const lock = new SessionLock();
    this.#server = createServer({ noDelay: true }, (socket) => {
      const connection = new Connection(socket, database, lock);
      this.#connections.add(connection);
      socket.on('close', () => this.#connections.delete(connection));
    });
  }

  /** Starts to listen on the socket's path. Rejects with the system's error, such as EADDRINUSE. */
  async listen(path: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(path, resolve);
    });
  }

  get isInUse(): boolean {
    return this.#connections.size > 0;
  }

  /** Ends every connection, after what it has sent was answered, and removes the socket. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    await Promise.all([...this.#connections].map((connection) => connection.close()));
    await closed;
  }
}
