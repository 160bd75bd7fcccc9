import type { BlockKind } from './article.ts';
import { UNIT_SEPARATOR } from './layout.ts';
import { OffsetIndex } from './offsets.ts';
import type { TextRange } from './range.ts';

/** A unit of text in a revision: the words that one block has of its own. */
export interface RevisionUnit {
  id: string;
  /** That of the units which it continues; no other unit of the revision has it. */
  lineageId: string;
  text: string;
  /** Its place among the revision's units, from 0. */
  index: number;
  /** UTF-16 offsets in the canonical text. */
  start: number;
  end: number;
  block: RevisionBlock;
}

/** A node of the revision's tree. Ranges are in UTF-16 code units of the canonical text. */
export interface RevisionBlock {
  id: string;
  ordinal: number;
  depth: number;
  ref: string;
  kind: BlockKind;
  level: number | null;
  ordered: boolean | null;
  unit: RevisionUnit | null;
  parent: RevisionBlock | null;
  children: RevisionBlock[];
  start: number;
  end: number;
  revision: RevisionText;
}

/** A block as it is stored, in document order. */
export interface StoredBlock {
  id: string;
  depth: number;
  ref: string;
  kind: BlockKind;
  level: number | null;
  ordered: boolean | null;
  parentId: string | null;
  unit: { id: string; lineageId: string; text: string } | null;
}

export interface RevisionIdentity {
  id: string;
  number: number;
  documentId: string;
  slug: string;
}

/** An immutable revision in memory: its tree, its canonical text and every way to find a place in them. */
export class RevisionText implements RevisionIdentity {
  readonly id: string;
  readonly number: number;
  readonly documentId: string;
  readonly slug: string;
  readonly text: string;
  readonly offsets: OffsetIndex;
  readonly blocks: readonly RevisionBlock[];
  readonly units: readonly RevisionUnit[];
  readonly top: readonly RevisionBlock[];
  readonly #byId = new Map<string, RevisionBlock>();
  readonly #byRef = new Map<string, RevisionBlock>();
  readonly #unitsById = new Map<string, RevisionUnit>();
  readonly #unitsByLineage = new Map<string, RevisionUnit>();
  readonly #unitOffsets: (OffsetIndex | undefined)[] = [];

  /** @param stored every block of the revision in document order, parents before their children. */
  constructor(identity: RevisionIdentity, stored: readonly StoredBlock[]) {
    this.id = identity.id;
    this.number = identity.number;
    this.documentId = identity.documentId;
    this.slug = identity.slug;
    const units: RevisionUnit[] = [];
    this.blocks = stored.map((row, ordinal) => this.#place(row, ordinal, units));
    this.units = units;
    this.top = this.blocks.filter((block) => block.parent === null);
    this.text = units.map((unit) => unit.text).join(UNIT_SEPARATOR);
    this.offsets = new OffsetIndex(this.text);
    for (const block of this.blocks.toReversed()) enclose(block);
  }

  blockById(id: string): RevisionBlock | undefined {
    return this.#byId.get(id);
  }

  blockByRef(ref: string): RevisionBlock | undefined {
    return this.#byRef.get(ref);
  }

  unitById(id: string): RevisionUnit | undefined {
    return this.#unitsById.get(id);
  }

  /** The unit of a lineage: what became of one of another revision. */
  unitByLineage(lineageId: string): RevisionUnit | undefined {
    return this.#unitsByLineage.get(lineageId);
  }

  /** Converts offsets within one unit's text. */
  unitOffsets(unit: RevisionUnit): OffsetIndex {
    const known = this.#unitOffsets[unit.index];
    if (known !== undefined) return known;
    const made = new OffsetIndex(unit.text);
    this.#unitOffsets[unit.index] = made;
    return made;
  }

  /** The index of the last unit that starts at or before a UTF-16 offset of the canonical text. */
  unitIndexAt(offset: number): number {
    let low = 0;
    let high = this.units.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.units[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The units whose words a UTF-16 range touches, in order. */
  unitsIn(range: TextRange): RevisionUnit[] {
    const first = this.unitIndexAt(range.start);
    const last = this.unitIndexAt(Math.max(range.start, range.end - 1));
    return this.units
      .slice(first, last + 1)
      .filter((unit) => unit.start < range.end && unit.end > range.start);
  }

  #place(row: StoredBlock, ordinal: number, units: RevisionUnit[]): RevisionBlock {
    const parent = row.parentId === null ? null : (this.#byId.get(row.parentId) ?? null);
    const block: RevisionBlock = {
      id: row.id,
      ordinal,
      depth: row.depth,
      ref: row.ref,
      kind: row.kind,
      level: row.level,
      ordered: row.ordered,
      unit: null,
      parent,
      children: [],
      start: Number.POSITIVE_INFINITY,
      end: Number.NEGATIVE_INFINITY,
      revision: this,
    };
    if (row.unit !== null) {
      const previous = units.at(-1);
      const start = previous === undefined ? 0 : previous.end + UNIT_SEPARATOR.length;
      const end = start + row.unit.text.length;
      const unit = { ...row.unit, index: units.length, start, end, block };
      Object.assign(block, { unit, start, end });
      units.push(unit);
      this.#unitsById.set(unit.id, unit);
      this.#unitsByLineage.set(unit.lineageId, unit);
    }
    parent?.children.push(block);
    this.#byId.set(block.id, block);
    this.#byRef.set(block.ref, block);
    return block;
  }
}

function enclose(block: RevisionBlock): void {
  const { parent } = block;
  if (parent === null) return;
  parent.start = Math.min(parent.start, block.start);
  parent.end = Math.max(parent.end, block.end);
}
