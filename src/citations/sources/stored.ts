import { Prisma } from '../../store/generated/client.ts';
import type { Statements } from '../../store/store.ts';
import type { SourceContent, SourceCreator } from '../source.ts';
import { contentOf } from './content.ts';
import { columnOf, nameParts } from './fields.ts';
import { type Source, sourceColumns } from './read.ts';

/** A source with all that is known of it. */
export interface StoredSource {
  source: Source;
  content: SourceContent;
}

/** A creator as JSON: the role, then the parts of the name. */
const creatorJson = Prisma.raw(
  `json_build_object('role', k.role, ${nameParts
    .map((part) => `'${part}', k.${columnOf(part)}`)
    .join(', ')})`,
);

/**
 * Reads sources whole, in one statement.
 * @param rest what follows FROM, with the table `source` under the alias `c`.
 */
export async function readWhole(statements: Statements, rest: Prisma.Sql): Promise<StoredSource[]> {
  const rows = await statements.$queryRaw<(Source & { creators: SourceCreator[] | null })[]>`
    SELECT ${sourceColumns}, (
      SELECT json_agg(${creatorJson} ORDER BY k.ordinal) FROM source_creator k WHERE k.source_id = c.id
    ) AS creators FROM ${rest}`;
  return rows.map(({ creators, ...source }) => ({ source, content: contentOf(source, creators ?? []) }));
}

/** Reads a source whole: of one that was merged, the one that it is read as now; null where there is none that stands. */
export async function readStored(statements: Statements, id: string): Promise<StoredSource | null> {
  const [stored = null] = await readWhole(
    statements,
    Prisma.sql`source s JOIN source c ON c.id = s.canonical_id
      WHERE s.id = ${id}::uuid AND c.deleted_at IS NULL`,
  );
  return stored;
}
