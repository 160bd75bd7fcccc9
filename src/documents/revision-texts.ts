import { LRUCache } from 'lru-cache';
import { alignRevisions, type RevisionAlignment } from '../anchors/alignment/align-revisions.ts';
import type { Statements } from '../store/store.ts';
import { RevisionText, type StoredBlock } from '../text/revision-text.ts';
import { LatestRevisions } from './latest-revisions.ts';

/** A rough size in memory: two bytes a code unit, and what a block's objects take. */
const BYTES_PER_BLOCK = 600;

/** A rough size in memory of what an alignment knows of a word, and of a unit. */
const BYTES_PER_TOKEN = 64;
const BYTES_PER_UNIT = 64;

type BlockTuple = [
  id: string,
  depth: number,
  ref: string,
  kind: StoredBlock['kind'],
  level: number | null,
  ordered: boolean | null,
  parentId: string | null,
  unit: [id: string, lineageId: string, text: string] | null,
];

interface RevisionRow {
  id: string;
  number: number;
  documentId: string;
  slug: string;
  blocks: BlockTuple[];
}

/** How much of them is kept in memory unless it is said, in bytes. */
export const TEXT_BYTES = 256 * 1024 * 1024;

/** The revisions in use, in memory. They are immutable, so what is here is right for ever; its size is bounded. */
export class RevisionTexts {
  /** Which of them were the latest; that alone may be so no more. */
  readonly latest = new LatestRevisions();
  readonly #cache: LRUCache<string, RevisionText>;
  readonly #alignments: LRUCache<string, RevisionAlignment>;

  /** @param maxBytes about how much memory the texts may take; what is known of how they hang together, a quarter of that. */
  constructor(maxBytes = TEXT_BYTES) {
    this.#alignments = new LRUCache({
      maxSize: Math.max(1, maxBytes / 4),
      sizeCalculation: ({ units, continuedBy, map }) =>
        BYTES_PER_UNIT * (units.length + continuedBy.length + 1) +
        BYTES_PER_TOKEN * (map.before.length + map.after.length),
    });
    this.#cache = new LRUCache({
      maxSize: Math.max(1, maxBytes),
      sizeCalculation: (revision) => 2 * revision.text.length + BYTES_PER_BLOCK * revision.blocks.length + 1,
    });
  }

  /** A revision by id that is in memory. */
  known(id: string): RevisionText | undefined {
    return this.#cache.get(id);
  }

  /** Drops all that is in memory. */
  forget(): void {
    this.#cache.clear();
    this.#alignments.clear();
    this.latest.forget();
  }

  /**
   * How two revisions of a document hang together.
   * @param language of the document, a BCP 47 tag.
   */
  align(before: RevisionText, after: RevisionText, language: string): RevisionAlignment {
    const key = `${before.id} ${after.id} ${language}`;
    const known = this.#alignments.get(key);
    if (known !== undefined) return known;
    const [old, other] = [before, after].map(({ units }) => units.map(({ text }) => text));
    const alignment = alignRevisions(old ?? [], other ?? [], language);
    this.#alignments.set(key, alignment);
    return alignment;
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
      (SELECT json_agg(json_build_array(b.id, b.depth, b.ref, b.kind, b.level, b.ordered, b.parent_id,
                         CASE WHEN u.id IS NOT NULL THEN json_build_array(u.id, u.lineage_id, u.text) END)
                       ORDER BY b.ordinal)
       FROM block b LEFT JOIN text_unit u ON u.id = b.unit_id
       WHERE b.revision_id = r.id) AS blocks
    FROM revision r JOIN document d ON d.id = r.document_id
    WHERE r.id = ANY(${ids}::uuid[])`;
}

function toStoredBlock([id, depth, ref, kind, level, ordered, parentId, unit]: BlockTuple): StoredBlock {
  if (unit === null) return { id, depth, ref, kind, level, ordered, parentId, unit };
  const [unitId, lineageId, text] = unit;
  return { id, depth, ref, kind, level, ordered, parentId, unit: { id: unitId, lineageId, text } };
}
