import type { ExecutionResult } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { anonymous, localPrincipal, type Principal } from '../../src/access/principal.ts';
import { openScholion, type Scholion, type ScholionOptions } from '../../src/scholion.ts';
import { createScholionYoga, type YogaOptions } from '../../src/server/yoga.ts';
import { createDatabase, type OwnDatabase } from './test-database.ts';

// biome-ignore lint/suspicious/noExplicitAny: what a query answers has a shape of its own in every test
export type Data = any;

export interface Answer {
  data: Data;
  errors: ExecutionResult['errors'];
  /** The SQL statements that the operation took. */
  statements: string[];
  status: number;
}

/** How much a service keeps in memory. */
export type Keeping = Pick<ScholionOptions, 'dataBytes'> & Pick<YogaOptions, 'answerBytes'>;

/** A service on a database of its own, asked in process as clients ask it over HTTP. */
export class Service {
  readonly #database: OwnDatabase;
  readonly #log: string[];
  readonly #yoga: ReturnType<typeof createScholionYoga>;
  readonly #principals = new Map<string, Principal>([['nobody', anonymous]]);
  readonly scholion: Scholion;
  /** What the service has logged, one JSON object a line. */
  readonly logged: string[] = [];

  private constructor(
    database: OwnDatabase,
    scholion: Scholion,
    log: string[],
    { answerBytes }: Pick<Keeping, 'answerBytes'> = {},
  ) {
    this.#database = database;
    this.#log = log;
    this.scholion = scholion;
    this.#principals.set('local', localPrincipal(scholion.localAgentId));
    this.#yoga = createScholionYoga({
      scholion,
      allowedOrigins: [],
      ...(answerBytes === undefined ? {} : { answerBytes }),
      authenticate: (request) =>
        this.#principals.get(request.headers.get('x-principal') ?? 'local') ?? anonymous,
      log: pino(
        {},
        {
          write: (line: string) => {
            this.logged.push(line);
            if (process.env.SHOW) console.log(line);
          },
        },
      ),
    });
  }

  /** @param database a new empty one unless given; removed when the service is closed. */
  static async open(database?: OwnDatabase, { answerBytes, ...options }: Keeping = {}): Promise<Service> {
    const own = database ?? (await createDatabase());
    const log: string[] = [];
    const scholion = await openScholion(own.location, { ...options, onStatement: (sql) => log.push(sql) });
    return new Service(own, scholion, log, answerBytes === undefined ? {} : { answerBytes });
  }

  /** Opens another service on the same store, as another process would; it knows those whom this one knows now. */
  async beside(keeping: Keeping = {}): Promise<Service> {
    const other = await Service.open({ location: this.location, remove: async () => undefined }, keeping);
    for (const [name, principal] of this.#principals) other.#principals.set(name, principal);
    return other;
  }

  async close(): Promise<void> {
    await this.scholion.close();
    await this.#database.remove();
  }

  get location() {
    return this.#database.location;
  }

  /** Adds an agent that can send requests. */
  async addPrincipal(
    name: string,
    roles: Principal['roles'] = new Set(['READER', 'ANNOTATOR']),
  ): Promise<void> {
    const agent = await this.scholion.store.prisma.agent.create({
      data: { key: name, kind: 'PERSON', name },
    });
    this.#principals.set(name, { agentId: agent.id, roles });
  }

  /** Lets an agent send requests that is there already. */
  async knowPrincipal(
    key: string,
    roles: Principal['roles'] = new Set(['READER', 'ANNOTATOR']),
  ): Promise<void> {
    const agent = await this.scholion.store.prisma.agent.findUniqueOrThrow({ where: { key } });
    this.#principals.set(key, { agentId: agent.id, roles });
  }

  /** Makes the service read all from the database again, as after a restart. */
  forget(): void {
    this.scholion.texts.forget();
    this.scholion.memory.forget();
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return await this.#yoga.fetch(new Request(`http://localhost${path}`, init));
  }

  /** Sends an operation. @param as the principal: `local` unless given, `nobody`, or one that was added. */
  async run(query: string, variables: object = {}, as = 'local'): Promise<Answer> {
    const from = this.#log.length;
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-principal': as },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = JSON.parse(await response.text());
    return { data, errors, statements: this.#log.slice(from), status: response.status };
  }

  /** Sends an operation that must succeed, and answers its data. */
  async data(query: string, variables: object = {}, as = 'local'): Promise<Data> {
    const { data, errors } = await this.run(query, variables, as);
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  }
}

/** A service for all tests of a file, on a store that holds the sample article unless told otherwise. */
export function useService({ sample = true } = {}): () => Service {
  let service: Service | undefined;
  const current = (): Service => {
    if (service === undefined) throw new Error('The service is there only while tests run');
    return service;
  };
  beforeAll(async () => {
    service = await Service.open(await createDatabase(sample ? 'sample' : 'empty'));
  });
  afterAll(async () => {
    await service?.close();
  });
  return current;
}
