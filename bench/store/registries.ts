import { faker } from '@faker-js/faker';
import { readSources } from '../../src/citations/exchange/read.ts';
import { importSources } from '../../src/citations/sources/import.ts';
import { importEntities } from '../../src/entities/exchange/import.ts';
import { readJsonLines } from '../../src/entities/exchange/jsonl.ts';
import type { Scholion } from '../../src/scholion.ts';
import { BOOK } from '../texts.ts';

/** The slug of one of the entities of the book, the most mentioned first. */
export function entitySlug(index: number): string {
  return `person-${String(index + 1).padStart(3, '0')}`;
}

/** Takes persons with made-up names into the registry. @returns their ids, in the order of their slugs. */
export async function registerEntities({ store, localAgentId }: Scholion): Promise<string[]> {
  faker.seed(1);
  const slugs = Array.from({ length: BOOK.entities }, (_, index) => entitySlug(index));
  const lines = slugs.map((slug) =>
    JSON.stringify({ slug, kind: 'PERSON', names: [{ text: faker.person.fullName() }] }),
  );
  await importEntities(store, localAgentId, readJsonLines(inOnePart(lines.join('\n'))), { strict: true });
  const rows = await store.prisma.entity.findMany({
    where: { slug: { in: slugs } },
    orderBy: { slug: 'asc' },
    select: { id: true },
  });
  return idsOf(rows, BOOK.entities);
}

async function* inOnePart(text: string): AsyncGenerator<string> {
  yield text;
}

/** Takes books with made-up titles into the sources. @returns their ids, in the order of their keys. */
export async function registerSources({ store, localAgentId }: Scholion): Promise<string[]> {
  faker.seed(2);
  const records = Array.from({ length: BOOK.sources }, (_, index) => ({
    id: `book${String(index + 1).padStart(2, '0')}`,
    type: 'book',
    title: `${faker.lorem.words({ min: 3, max: 8 })} ${index + 1}`,
    author: [{ family: faker.person.lastName(), given: faker.person.firstName() }],
    issued: { 'date-parts': [[1900 + index]] },
  }));
  const given = readSources(JSON.stringify(records), 'csl-json');
  await importSources(store, localAgentId, given, { strict: true });
  const rows = await store.prisma.source.findMany({
    where: { key: { in: records.map(({ id }) => id) } },
    orderBy: { key: 'asc' },
    select: { id: true },
  });
  return idsOf(rows, BOOK.sources);
}

function idsOf(rows: readonly { id: string }[], expected: number): string[] {
  if (rows.length !== expected) throw new Error(`${rows.length} of ${expected} were taken in`);
  return rows.map(({ id }) => id);
}
