import { standingCitation } from '../../access/visibility.ts';
import { InputInvalid } from '../../problem.ts';
import { Prisma } from '../../store/generated/client.ts';
import type { SourceType } from '../../store/generated/enums.ts';
import type { Statements, Store } from '../../store/store.ts';
import { foldedWords } from '../matching/words.ts';
import type { KeyedSource } from '../source.ts';
import { checkSourceDate, extentOf } from './dates.ts';
import { issuedFrom, issuedUntil, ownTerm } from './found-by.ts';
import { sourceLimits } from './limits.ts';
import { type Source, sourceColumns } from './read.ts';
import { readWhole } from './stored.ts';

/** Which sources are asked for; what is null does not restrict. */
export interface SourceFilter {
  /** A creator's family name, or whole name; case and accents do not matter. */
  author: string | null;
  /** EDTF: issued within that, a year or finer, or an interval. */
  issued: string | null;
  /** The id of a document that cites it. */
  citedBy: string | null;
  types: SourceType[] | null;
}

/** How many sources are read at a time. */
const PAGE = 1_000;

/**
 * Reads a page of the sources that stand for themselves, in the order of their keys, by code point.
 * @param after the id of the source to read on from.
 * @throws InputInvalid where `issued` is not EDTF.
 */
export async function listSources(
  statements: Statements,
  filter: SourceFilter,
  { limit, after }: { limit: number; after: string | null },
): Promise<Source[]> {
  const beyond =
    after === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`c.key > (SELECT key FROM source WHERE id = ${after}::uuid)`;
  return await statements.$queryRaw<Source[]>`
    SELECT ${sourceColumns} FROM source c WHERE ${condition(filter)} AND ${beyond} ORDER BY c.key LIMIT ${limit}`;
}

/** Counts the sources of a list. @throws InputInvalid where `issued` is not EDTF. */
export async function countSources(statements: Statements, filter: SourceFilter): Promise<number> {
  const rows = await statements.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM source c WHERE ${condition(filter)}`;
  return rows[0]?.count ?? 0;
}

/**
 * All sources that stand for themselves, in the order of their keys, read a thousand at a time. What is changed meanwhile
 * may or may not be there.
 */
export async function* allSources({ prisma }: Pick<Store, 'prisma'>): AsyncGenerator<KeyedSource> {
  for (let last = ''; ; ) {
    const page = await readWhole(
      prisma,
      Prisma.sql`source c WHERE ${standing} AND c.key > ${last} ORDER BY c.key LIMIT ${PAGE}`,
    );
    for (const { source, content } of page) yield { key: source.key, content };
    const next = page.at(-1)?.source.key;
    if (page.length < PAGE || next === undefined) return;
    last = next;
  }
}

const standing = Prisma.sql`c.deleted_at IS NULL AND c.canonical_id = c.id`;

function condition({ author, issued, citedBy, types }: SourceFilter): Prisma.Sql {
  const parts = [
    standing,
    types === null ? [] : Prisma.sql`c.type = ANY(${types}::source_type[])`,
    author === null ? [] : withAuthor(author),
    issued === null ? [] : issuedWithin(issued),
    citedBy === null ? [] : isCitedBy(citedBy),
  ].flat();
  return Prisma.join(parts, ' AND ');
}

/** Names of what was merged into a source find it too. */
function withAuthor(author: string): Prisma.Sql {
  if (author.length > 2 * sourceLimits.name)
    throw new InputInvalid(
      `\`author\` is longer than ${sourceLimits.name} characters; give a family name, or a whole one.`,
    );
  if (foldedWords(author).length === 0) return Prisma.sql`FALSE`;
  return Prisma.sql`c.id IN (
    SELECT s.canonical_id FROM source_term t JOIN source s ON s.id = t.source_id
    WHERE t.term = ${ownTerm.name(author)})`;
}

function issuedWithin(issued: string): Prisma.Sql {
  const extent = extentOf(checkSourceDate(issued));
  if (extent === null) return Prisma.sql`FALSE`;
  const [from, until] = [issuedFrom(extent), issuedUntil(extent)];
  // A term of days is `~` with the first one, a space, and the last one: those that begin too late are passed over by index.
  return Prisma.sql`c.id IN (
    SELECT t.source_id FROM source_term t
    WHERE t.term >= ${`~${from}`} AND t.term <= ${`~${until} ~`} AND split_part(t.term, ' ', 2) <= ${until})`;
}

function isCitedBy(documentId: string): Prisma.Sql {
  return Prisma.sql`c.id IN (
    SELECT s.canonical_id FROM (
      SELECT c.source_id FROM citation c WHERE c.document_id = ${documentId}::uuid AND ${standingCitation}
    ) k JOIN source s ON s.id = k.source_id)`;
}
