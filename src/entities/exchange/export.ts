import { Prisma } from '../../store/generated/client.ts';
import type { EntityKind } from '../../store/generated/enums.ts';
import type { Statements } from '../../store/store.ts';
import { writeCsvHeader, writeCsvRow } from './csv/write.ts';
import type { EntityFormat } from './formats.ts';
import { writeJsonLine } from './jsonl.ts';
import { readEntries } from './read-entries.ts';
import { toCandidate } from './reconciliation/write.ts';
import { asKnown, type KnownEntity } from './registry-entry.ts';

/** How many entities are read at a time. */
const PAGE = 1_000;

export interface ExportOptions {
  /** All where it is empty. */
  kinds: readonly EntityKind[];
  /** Called with the number of those that have been written since it was called last. */
  onEntities?: ((more: number) => void) | undefined;
}

/**
 * The registry in one of its formats, piece by piece: every entity once, the oldest first, with the names and authorities of
 * those that were merged into it. What is changed meanwhile may or may not be in it.
 */
export async function* exportEntities(
  statements: Pick<Statements, '$queryRaw'>,
  format: EntityFormat,
  options: ExportOptions,
): AsyncGenerator<string> {
  const { before, after, write } = writers[format]();
  yield before;
  for await (const page of pagesOf(statements, options)) {
    yield page.map(write).join('');
    options.onEntities?.(page.length);
  }
  yield after;
}

async function* pagesOf(
  statements: Pick<Statements, '$queryRaw'>,
  { kinds }: ExportOptions,
): AsyncGenerator<KnownEntity[]> {
  let last: string | undefined;
  do {
    const above = last === undefined ? Prisma.empty : Prisma.sql`AND id > ${last}::uuid`;
    const ofKinds = kinds.length === 0 ? Prisma.empty : Prisma.sql`AND kind::text = ANY(${[...kinds]})`;
    const page = await readEntries(
      statements,
      Prisma.sql`SELECT id FROM entity WHERE canonical_id = id ${above} ${ofKinds} ORDER BY id LIMIT ${PAGE}`,
    );
    yield page.map(asKnown);
    last = page.length === PAGE ? page.at(-1)?.id : undefined;
  } while (last !== undefined);
}

/** How a format begins and ends, and what it writes for an entity. */
interface Writer {
  before: string;
  after: string;
  write: (entity: KnownEntity) => string;
}

const writers: Record<EntityFormat, () => Writer> = {
  csv: () => ({ before: writeCsvHeader(), after: '', write: writeCsvRow }),
  jsonl: () => ({ before: '', after: '', write: writeJsonLine }),
  reconciliation: () => {
    let separator = '\n';
    return {
      before: '{"result":[',
      after: '\n]}\n',
      write: (entity) => {
        const name = entity.names[0]?.text ?? '';
        const line =
          separator + JSON.stringify(toCandidate({ ...entity, name }, { score: 100, match: true }));
        separator = ',\n';
        return line;
      },
    };
  },
};
