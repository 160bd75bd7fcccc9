import { request as send } from 'node:http';
import { pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { openScholion, type Scholion } from '../../src/scholion.ts';
import { type RunningServer, type ServeOptions, serve } from '../../src/server/listen.ts';
import type { Data } from './service.ts';
import { createDatabase, type OwnDatabase } from './test-database.ts';

export interface HttpAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** Sends a request with any headers, even those that `fetch` sets by itself. */
export async function request(
  url: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<HttpAnswer> {
  return await new Promise((resolve, reject) => {
    const outgoing = send(url, { method, headers, agent: false }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text }),
      );
    });
    outgoing.on('error', reject).end(body);
  });
}

/** A server on a database of its own, reached over HTTP. */
export class TestServer {
  readonly database: OwnDatabase;
  readonly scholion: Scholion;
  readonly running: RunningServer;
  /** What it has logged, one JSON object a line. */
  readonly logged: string[];

  private constructor(database: OwnDatabase, scholion: Scholion, running: RunningServer, logged: string[]) {
    this.database = database;
    this.scholion = scholion;
    this.running = running;
    this.logged = logged;
  }

  static async open({
    sample = false,
    ...options
  }: Partial<ServeOptions> & { sample?: boolean } = {}): Promise<TestServer> {
    const database = await createDatabase(sample ? 'sample' : 'empty');
    const scholion = await openScholion(database.location);
    const logged: string[] = [];
    const log = pino(
      { level: 'debug', base: undefined },
      { write: (line: string) => void logged.push(line) },
    );
    const running = await serve({
      scholion,
      log,
      host: '127.0.0.1',
      port: 0,
      allowedOrigins: [],
      ...options,
    });
    return new TestServer(database, scholion, running, logged);
  }

  async close(): Promise<void> {
    await this.running.close();
    await this.scholion.close();
    await this.database.remove();
  }

  /** Sends an operation, and answers what came of it whatever that is. */
  async post(operation: object, headers: Record<string, string> = {}): Promise<HttpAnswer & { json: Data }> {
    const answer = await request(`${this.running.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify(operation),
    });
    return { ...answer, json: JSON.parse(answer.body) };
  }

  /** The code of the only error of an operation. */
  async codeOf(operation: object): Promise<string> {
    const { json } = await this.post(operation);
    if (json.errors?.length !== 1) throw new Error(`Not one error: ${JSON.stringify(json)}`);
    return json.errors[0].extensions?.code;
  }

  /** The lines logged for requests so far. */
  requests(): Data[] {
    return this.logged.map((line) => JSON.parse(line)).filter((line) => line.msg === 'request');
  }
}

/** A server for all tests of a file, on a store that holds the sample article unless told otherwise. */
export function useServer({
  sample = true,
  ...options
}: Partial<ServeOptions> & { sample?: boolean } = {}): () => TestServer {
  let server: TestServer | undefined;
  beforeAll(async () => {
    server = await TestServer.open({ sample, ...options });
  });
  afterAll(() => server?.close());
  return () => {
    if (server === undefined) throw new Error('The server is there only while tests run');
    return server;
  };
}
