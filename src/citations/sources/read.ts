import { groupBy } from '../../group-by.ts';
import { InputInvalid } from '../../problem.ts';
import { Prisma } from '../../store/generated/client.ts';
import type { Statements } from '../../store/store.ts';
import { excerpt } from '../../text/excerpt.ts';
import { storableWords } from '../../text/words.ts';
import { NO_WEB_URL, webUrl } from '../../web-url.ts';
import type { SourceContent, SourceCreator } from '../source.ts';
import { checkDoi } from './doi.ts';
import { columnOf, nameParts, sourceFields } from './fields.ts';
import { checkIsbn } from './isbn.ts';

/** A source as it is stored; its creators are read apart. */
export type Source = Omit<SourceContent, 'creators'> & {
  id: string;
  /** Citation key. */
  key: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  deletedAt: Date | null;
  /** The source that it was merged into; null where it stands for itself. */
  mergedIntoId: string | null;
  /** The source as which this one is read; its own id where it was not merged. */
  canonicalId: string;
};

/** The columns of the table `source`, under the alias `c`, that make a `Source`. */
export const sourceColumns = Prisma.raw(
  [
    'id',
    'key',
    'type',
    ...sourceFields,
    'version',
    'createdAt',
    'updatedAt',
    'deletedAt',
    'mergedIntoId',
    'canonicalId',
  ]
    .map((field) => `c.${columnOf(field)} AS "${field}"`)
    .join(', '),
);

/** The columns of the table `source_creator`, under the alias `k`, that make a `SourceCreator`. */
export const creatorColumns = Prisma.raw(
  ['role', ...nameParts].map((part) => `k.${columnOf(part)} AS "${part}"`).join(', '),
);

/**
 * Reads sources by id: of one that was merged, the one that it is read as now; deleted ones not at all.
 * @returns by the ids asked for.
 */
export async function readSources(
  statements: Statements,
  ids: readonly string[],
): Promise<Map<string, Source>> {
  const rows = await statements.$queryRaw<(Source & { asked: string })[]>`
    SELECT s.id AS asked, ${sourceColumns} FROM source s JOIN source c ON c.id = s.canonical_id
    WHERE s.id = ANY(${ids}::uuid[]) AND c.deleted_at IS NULL`;
  return new Map(rows.map(({ asked, ...source }) => [asked, source]));
}

/** Reads sources by id as they are by themselves, whatever they were merged into, and deleted ones too. */
export async function readSourceRecords(
  statements: Statements,
  ids: readonly string[],
): Promise<Map<string, Source>> {
  const rows = await statements.$queryRaw<Source[]>`
    SELECT ${sourceColumns} FROM source c WHERE c.id = ANY(${ids}::uuid[])`;
  return new Map(rows.map((source) => [source.id, source]));
}

/** Reads the creators that sources have by themselves, in order. @returns by all ids asked for. */
export async function readCreators(
  statements: Statements,
  ids: readonly string[],
): Promise<Map<string, SourceCreator[]>> {
  const rows = await statements.$queryRaw<(SourceCreator & { sourceId: string })[]>`
    SELECT k.source_id AS "sourceId", ${creatorColumns} FROM source_creator k
    WHERE k.source_id = ANY(${ids}::uuid[]) ORDER BY k.source_id, k.ordinal`;
  const grouped = groupBy(rows, ({ sourceId }) => sourceId);
  return new Map(
    ids.map((id) => [id, (grouped.get(id) ?? []).map(({ sourceId: _sourceId, ...creator }) => creator)]),
  );
}

/** One way to name a source; what was merged into it names it too. */
export type SourceNamed = { key: string } | { doi: string } | { isbn: string } | { url: string };

/**
 * Finds the source that is named, in whatever spelling: of several the oldest that stands, but of an ISBN rather the book
 * than its chapters.
 * @returns null where there is none.
 * @throws InputInvalid for what is no DOI, ISBN or web address.
 */
export async function findSource(statements: Statements, by: SourceNamed): Promise<Source | null> {
  const rows = await statements.$queryRaw<Source[]>`
    SELECT ${sourceColumns} FROM (SELECT * FROM source WHERE ${named(by)} AND deleted_at IS NULL OFFSET 0) s
      JOIN source c ON c.id = s.canonical_id
    WHERE c.deleted_at IS NULL ORDER BY s.type = 'CHAPTER', s.id LIMIT 1`;
  return rows[0] ?? null;
}

function named(by: SourceNamed): Prisma.Sql {
  if ('key' in by) return Prisma.sql`key = ${storableWords(by.key.trim()) ?? ''}`;
  if ('doi' in by) return Prisma.sql`doi = ${checkDoi(by.doi)}`;
  if ('isbn' in by) return Prisma.sql`isbn = ${checkIsbn(by.isbn)}`;
  const url = webUrl(by.url.trim());
  if (url === null) throw new InputInvalid(`"${excerpt(by.url)}" ${NO_WEB_URL}.`);
  return Prisma.sql`url = ${url}`;
}
