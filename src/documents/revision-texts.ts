import { LRUCache } from 'lru-cache';
import type { Statements } from '../store/store.ts';
import { RevisionText, type StoredBlock } from '../text/revision-text.ts';

/** A rough size in memory: two bytes a code unit, and what a block's objects take. */
const BYTES_PER_BLOCK = 600;

type BlockTuple = [
  id: string,
  depth: number,
  ref: string,
  kind: StoredBlock['kind'],
  level: number | null,
  ordered: boolean | null,
  parentId: string | null,
  unitId: string | null,
  text: string | null,
];

interface RevisionRow {
  id: string;
  number: number;
  documentId: string;
  slug: string;
  blocks: BlockTuple[];
}

/** The revisions in use, in memory. They are immutable, so what is here is right for ever; its size is bounded. */
export class RevisionTexts {
  readonly #cache: LRUCache<string, RevisionText>;

  /** @param maxBytes about how much memory the texts may take. */
  constructor(maxBytes = 256 * 1024 * 1024) {
    this.#cache = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: (revision) => 2 * revision.text.length + BYTES_PER_BLOCK * revision.blocks.length + 1,
    });
  }

  /** Drops all that is in memory. */
  forget(): void {
    this.#cache.clear();
  }

  /** Loads revisions by id, in one statement for all that are not here yet. Unknown ids are missing in the answer. */
  async load(statements: Statements, ids: readonly string[]): Promise<Map<string, RevisionText>> {
    const found = new Map<string, RevisionText>();
    const missing: string[] = [];
    for (const id of new Set(ids)) {
      const cached = this.#cache.get(id);
      if (cached === undefined) missing.push(id);
      else found.set(id, cached);
    }
    if (missing.length === 0) return found;
    for (const row of await readRows(statements, missing)) {
      const revision = new RevisionText(row, row.blocks.map(toStoredBlock));
      this.#cache.set(row.id, revision);
      found.set(row.id, revision);
    }
    return found;
  }
}

async function readRows(statements: Statements, ids: string[]): Promise<RevisionRow[]> {
  return await statements.$queryRaw<RevisionRow[]>`
    SELECT r.id, r.number, r.document_id AS "documentId", d.slug,
      (SELECT json_agg(json_build_array(b.id, b.depth, b.ref, b.kind, b.level, b.ordered, b.parent_id, b.unit_id, u.text)
                       ORDER BY b.ordinal)
       FROM block b LEFT JOIN text_unit u ON u.id = b.unit_id
       WHERE b.revision_id = r.id) AS blocks
    FROM revision r JOIN document d ON d.id = r.document_id
    WHERE r.id = ANY(${ids}::uuid[])`;
}

function toStoredBlock([
  id,
  depth,
  ref,
  kind,
  level,
  ordered,
  parentId,
  unitId,
  text,
]: BlockTuple): StoredBlock {
  return {
    id,
    depth,
    ref,
    kind,
    level,
    ordered,
    parentId,
    unit: unitId === null ? null : { id: unitId, text: text ?? '' },
  };
}
