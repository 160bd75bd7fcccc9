import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { graphql } from 'graphql';
import { z } from 'zod';
import { createContext, schema } from '../../schema/index.ts';
import { localPrincipal } from '../../src/access/principal.ts';
import { importDocument } from '../../src/documents/import.ts';
import { openScholion, type Scholion } from '../../src/scholion.ts';

/**
 * Asks for entities from both ends in stores of 10, 100 and 1,000 documents on the embedded database, and prints the time
 * in milliseconds and the number of SQL statements of each question: `npm run bench:concordance`.
 */
const SIZES = [10, 100, 1_000];
const PARAGRAPHS = 20;
const PAGE = 100;

interface Asked {
  data: unknown;
  milliseconds: number;
  statements: number;
}

class Store {
  readonly #log: string[];
  readonly scholion: Scholion;

  constructor(scholion: Scholion, log: string[]) {
    this.scholion = scholion;
    this.#log = log;
  }

  async ask(source: string, variableValues: Record<string, unknown> = {}): Promise<Asked> {
    const from = this.#log.length;
    const start = performance.now();
    const principal = localPrincipal(this.scholion.localAgentId);
    const contextValue = createContext(this.scholion, principal, 'http://localhost');
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
    if (errors !== undefined) throw new Error(errors[0]?.message);
    return { data, milliseconds: performance.now() - start, statements: this.#log.length - from };
  }

  async save(input: object): Promise<Asked> {
    return await this.ask(
      'mutation S($input: SaveEntityInput!) { saveEntity(input: $input) { ... on SaveEntityPayload { linked { documents } } } }',
      { input },
    );
  }
}

async function fill({ scholion }: Store, documents: number): Promise<void> {
  const { store, texts, linker, localAgentId } = scholion;
  for (let number = 0; number < documents; number += 1) {
    const paragraphs = Array.from({ length: PARAGRAPHS }, (_, index) => {
      const place = index % 4 === 0 ? 'nothing' : 'Delhi';
      const rare = number % 10 === 0 ? ' and of a Phoenix' : '';
      return `Paragraph ${index} tells of ${place}, of Person Nr${(number + index) % 40}${rare}, in so many words.`;
    });
    await importDocument(store, texts, linker, localPrincipal(localAgentId), {
      slug: `document-${number}`,
      title: `Document ${number}`,
      language: 'en',
      format: 'PLAIN_WIKI',
      source: paragraphs.join('\n\n'),
    });
  }
}

const concordance = z.object({
  entity: z.object({
    mentions: z.object({
      pageInfo: z.object({ endCursor: z.string().nullable(), hasNextPage: z.boolean() }),
    }),
  }),
});

const CONCORDANCE = `query C($first: Int, $after: String) { entity(by: { slug: "delhi" }) { mentions(first: $first, after: $after) {
  pageInfo { endCursor hasNextPage } edges { node { surface document { slug } context { prefix exact suffix } } } } } }`;

/** Reads a whole concordance in pages. @returns the first page and the last but one, which is full too. */
async function pages(store: Store): Promise<{ first: Asked; last: Asked }> {
  await store.ask(CONCORDANCE, { first: PAGE });
  const all: Asked[] = [];
  for (let after: string | null = null; ; ) {
    const page = await store.ask(CONCORDANCE, { first: PAGE, after });
    all.push(page);
    const { endCursor, hasNextPage } = concordance.parse(page.data).entity.mentions.pageInfo;
    if (!hasNextPage) break;
    after = endCursor;
  }
  const [first] = all;
  const last = all.at(-2) ?? first;
  if (first === undefined || last === undefined) throw new Error('There is no page');
  return { first, last };
}

const QUESTIONS: [string, string][] = [
  [
    'how many mentions there are of it',
    '{ entity(by: { slug: "delhi" }) { mentions(first: 1) { totalCount } } }',
  ],
  [
    'the ten entities that share most paragraphs with it',
    '{ entity(by: { slug: "delhi" }) { relatedEntities(first: 10) { edges { node { count entity { name } } } } } }',
  ],
  [
    'a document’s entities with counts',
    '{ document(by: { slug: "document-5" }) { entities(first: 50) { totalCount edges { node { count entity { name kind } } } } } }',
  ],
];

async function measure(documents: number): Promise<Map<string, Asked>> {
  const directory = await mkdtemp(join(tmpdir(), 'scholion-bench-'));
  const log: string[] = [];
  const scholion = await openScholion(
    { kind: 'embedded', directory },
    { onStatement: (sql) => log.push(sql) },
  );
  try {
    const store = new Store(scholion, log);
    for (let number = 0; number < 40; number += 1)
      await store.save({ kind: 'PERSON', name: `Person Nr${number}` });
    await store.save({ kind: 'PLACE', name: 'Delhi' });
    await fill(store, documents);
    const { first, last } = await pages(store);
    const answers = new Map([
      [`first page of ${PAGE} of a concordance`, first],
      [`last full page of ${PAGE}`, last],
    ]);
    for (const [name, query] of QUESTIONS) {
      await store.ask(query);
      answers.set(name, await store.ask(query));
    }
    answers.set(
      'saving a name that stands in every tenth document',
      await store.save({ kind: 'CONCEPT', name: 'Phoenix' }),
    );
    answers.set(
      'saving a name that stands nowhere',
      await store.save({ kind: 'CONCEPT', name: 'Unheard Of' }),
    );
    return answers;
  } finally {
    await scholion.close();
    await rm(directory, { recursive: true, force: true });
  }
}

const measured: Map<string, Asked>[] = [];
for (const documents of SIZES) {
  console.error(`Asking a store of ${documents} documents.`);
  measured.push(await measure(documents));
}
const rows = [...(measured[0]?.keys() ?? [])].map((question) => [
  question,
  ...measured.map((answers) => {
    const asked = answers.get(question);
    return asked === undefined ? '' : `${asked.milliseconds.toFixed(0)} ms, ${asked.statements} statements`;
  }),
]);
const heads = ['Question', ...SIZES.map((size) => `${size} documents`)];
console.log([heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n'));
