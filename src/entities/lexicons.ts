import type { EntityKind, NameKind } from '../store/generated/enums.ts';
import type { Statements } from '../store/store.ts';
import { Lexicon, type LexiconEntry } from './linking/lexicon.ts';
import { registrySequence } from './registry/sequence.ts';

/** How many entities are read at a time. */
const PAGE = 20_000;

interface NamesRow {
  entityId: string;
  kind: EntityKind;
  names: [text: string, language: string | null, kind: NameKind][];
}

/**
 * The names of the registry as the linker looks for them, in memory. Whoever asks gets them as they are in the
 * database now, as registry changes are events: only what changed since the last time is read.
 */
export class Lexicons {
  #known: { sequence: bigint; lexicon: Lexicon } = { sequence: 0n, lexicon: Lexicon.from([]) };

  /** Drops all that is in memory. */
  forget(): void {
    this.#known = { sequence: 0n, lexicon: Lexicon.from([]) };
  }

  /** The lexicon as of now: one statement where nothing changed, two more for every 20,000 entities that did. */
  async current(statements: Statements): Promise<Lexicon> {
    const known = this.#known;
    const sequence = await registrySequence(statements);
    if (sequence === known.sequence) return known.lexicon;
    const lexicon =
      known.sequence === 0n || sequence < known.sequence
        ? await readWhole(statements)
        : known.lexicon.with(await readChanges(statements, known.sequence));
    this.#known = { sequence, lexicon };
    return lexicon;
  }
}

async function readWhole(statements: Statements): Promise<Lexicon> {
  const entries: LexiconEntry[] = [];
  let after: string | null = null;
  do {
    const rows: NamesRow[] = await statements.$queryRaw<NamesRow[]>`
      WITH page AS (
        SELECT id, kind FROM entity
        WHERE canonical_id = id AND (${after}::uuid IS NULL OR id > ${after}::uuid) ORDER BY id LIMIT ${PAGE}
      )
      SELECT p.id AS "entityId", p.kind, json_agg(json_build_array(n.text, n.language, n.kind)) AS names
      FROM page p JOIN entity e ON e.canonical_id = p.id JOIN entity_name n ON n.entity_id = e.id
      GROUP BY p.id, p.kind ORDER BY p.id`;
    for (const row of rows) entries.push(toEntry(row));
    after = rows.length === PAGE ? (rows.at(-1)?.entityId ?? null) : null;
  } while (after !== null);
  return Lexicon.from(entries);
}

/** What became of every entity that an event since tells of, and of those that it is read as now. */
async function readChanges(
  statements: Statements,
  since: bigint,
): Promise<{ entityId: string; entry: LexiconEntry | null }[]> {
  const rows = await statements.$queryRaw<(Omit<NamesRow, 'names'> & { names: NamesRow['names'] | null })[]>`
    WITH told AS (
      SELECT entity_id AS id FROM event WHERE entity_id IS NOT NULL AND sequence > ${since}
      UNION SELECT into_entity_id FROM event WHERE into_entity_id IS NOT NULL AND sequence > ${since}
    ), concerned AS (
      SELECT id FROM told UNION SELECT e.canonical_id FROM told t JOIN entity e ON e.id = t.id
    )
    SELECT c.id AS "entityId", r.kind, (
      SELECT json_agg(json_build_array(n.text, n.language, n.kind))
      FROM entity e JOIN entity_name n ON n.entity_id = e.id WHERE e.canonical_id = c.id
    ) AS names
    FROM concerned c JOIN entity r ON r.id = c.id`;
  return rows.map(({ entityId, kind, names }) => ({
    entityId,
    entry: names === null ? null : toEntry({ entityId, kind, names }),
  }));
}

function toEntry({ entityId, kind, names }: NamesRow): LexiconEntry {
  return {
    entityId,
    kind,
    names: names.map(([text, language, nameKind]) => ({ text, language, kind: nameKind })),
  };
}
