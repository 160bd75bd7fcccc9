import { foldText } from '../anchors/fold.ts';
import { textScope } from '../annotations/scope.ts';
import { createBreath } from '../breath.ts';
import type { RevisionTexts } from '../documents/revision-texts.ts';
import { groupBy } from '../group-by.ts';
import { type ListPlace, placeCursor } from '../place-cursor.ts';
import type { Statements } from '../store/store.ts';
import type { TextRange } from '../text/range.ts';
import type { RevisionText } from '../text/revision-text.ts';
import { citationLimits } from './limits.ts';
import { listCitationsInText, type TextScope } from './list-in-text.ts';
import { type CandidateUnit, endOf, readCandidates } from './quotation-candidates.ts';
import { chiefPart, type QuotedPart, requiredSets } from './quoting/parts.ts';
import { PartFinder, wholePlaces } from './quoting/places.ts';
import { readQuotation } from './read-quotation.ts';

/** A place in the latest text of a document where the words of a quotation stand. */
export interface Quotation {
  documentId: string;
  revisionId: string;
  /** Code points of the revision's canonical text. */
  start: number;
  end: number;
  /** The ids of the citations whose citing or quoted words touch it, in the order of the text; a bounded number. */
  citationIds: string[];
  /** Its place in the list. */
  place: ListPlace;
}

export interface Quotations {
  quotations: Quotation[];
  /** Where to read on from, as there may be more; null where that was all. A page may be short, or empty, before the last. */
  next: ListPlace | null;
}

export const { encode: encodeQuotation, decode: decodeQuotation } = placeCursor('quotation');

/**
 * Finds where words stand in the latest texts of all documents, but for case, accents, white space, dashes and quotation
 * marks. Elisions ("…", "...", "[...]") and empty lines cut the words into parts that must follow each other in the same
 * block or one of the next three. In the order of the documents' slugs and of their texts: four statements at most.
 * @throws InputInvalid where the words are too few, too many, or too common to be looked for.
 */
export async function findQuotations(
  statements: Statements,
  texts: RevisionTexts,
  words: string,
  { limit, after }: { limit: number; after: ListPlace | null },
): Promise<Quotations> {
  const parts = await readQuotation(statements, words);
  const chief = chiefPart(parts);
  const sets = requiredSets(parts[chief]?.telling ?? []);
  const { units, complete } = await readCandidates(statements, sets, after);
  const likely = await sift(units, parts, chief, after, limit);
  const revisions = await texts.load(
    statements,
    likely.units.map(({ revisionId }) => revisionId),
  );
  const all = await placesIn(likely.units, revisions, parts, chief, after);
  const found = all.slice(0, limit);
  const quotations = await withCitations(statements, found);
  return {
    quotations,
    next: nextAfter(found, all.length > limit, likely.left ?? (complete ? null : units.at(-1))),
  };
}

/** Units in which the chief part of a quotation stands. */
interface Likely {
  units: CandidateUnit[];
  /** The last one that was looked at, where there were enough before all had been; null where all were looked at. */
  left: CandidateUnit | null;
}

/** So many units, of those that have the chief part of a quotation, are looked at for its other parts. */
const MOST_LIKELY = 100;

async function sift(
  candidates: readonly CandidateUnit[],
  parts: readonly QuotedPart[],
  chief: number,
  after: ListPlace | null,
  limit: number,
): Promise<Likely> {
  const words = parts[chief]?.words;
  const units: CandidateUnit[] = [];
  if (words === undefined) return { units, left: null };
  const enough = parts.length === 1 ? limit + 1 : Math.max(MOST_LIKELY, limit + 1);
  const breathe = createBreath();
  for (const [index, unit] of candidates.entries()) {
    await breathe();
    const places = wholePlaces(unit.text, foldText(unit.text), words);
    if (!places.some(({ start }) => isBeyond(unit, start, after))) continue;
    units.push(unit);
    if (units.length === enough && index < candidates.length - 1) return { units, left: unit };
  }
  return { units, left: null };
}

function isBeyond({ documentId, ordinal }: CandidateUnit, offset: number, after: ListPlace | null): boolean {
  return (
    after === null ||
    documentId !== after.documentId ||
    ordinal > after.ordinal ||
    (ordinal === after.ordinal && offset > after.offset)
  );
}

/** A quotation in a revision, in UTF-16 code units of its text. */
interface PlacedQuotation {
  revision: RevisionText;
  range: TextRange;
  place: ListPlace;
}

async function placesIn(
  units: readonly CandidateUnit[],
  revisions: ReadonlyMap<string, RevisionText>,
  parts: readonly QuotedPart[],
  chief: number,
  after: ListPlace | null,
): Promise<PlacedQuotation[]> {
  const found: PlacedQuotation[] = [];
  const breathe = createBreath();
  for (const [revisionId, likely] of groupBy(units, (unit) => unit.revisionId)) {
    const revision = revisions.get(revisionId);
    if (revision === undefined) throw new Error(`Revision ${revisionId} has gone from the store`);
    const finder = new PartFinder(
      revision.units,
      parts.map(({ words }) => words),
    );
    for (const candidate of likely) {
      await breathe();
      const { documentId, unitId, ordinal } = candidate;
      const index = revision.unitById(unitId)?.index ?? -1;
      for (const quotation of finder.quotationsAt(index, chief)) {
        const offset = quotation.chief.start;
        if (!isBeyond(candidate, offset, after)) continue;
        const start = (revision.units[quotation.first.unit]?.start ?? 0) + quotation.first.start;
        const end = (revision.units[quotation.last.unit]?.start ?? 0) + quotation.last.end;
        found.push({ revision, range: { start, end }, place: { documentId, ordinal, offset, id: unitId } });
      }
    }
  }
  return found;
}

async function withCitations(
  statements: Statements,
  found: readonly PlacedQuotation[],
): Promise<Quotation[]> {
  const scopes = found.map(({ revision, range }) => scopeOf(revision, range));
  const shape = { filter: {}, limit: citationLimits.citationsOfPlace, after: null, withLost: false };
  const cited = scopes.length === 0 ? [] : await listCitationsInText(statements, scopes, shape);
  return found.map(({ revision, range, place }, index) => ({
    documentId: revision.documentId,
    revisionId: revision.id,
    start: revision.offsets.fromUtf16(range.start, 'CODE_POINT'),
    end: revision.offsets.fromUtf16(range.end, 'CODE_POINT'),
    citationIds: (cited[index] ?? []).map(({ id }) => id),
    place,
  }));
}

function scopeOf(revision: RevisionText, range: TextRange): TextScope {
  const scope = textScope(revision, range);
  if (scope === null) throw new Error('A quotation was found where there are no words');
  return scope;
}

function nextAfter(
  found: readonly PlacedQuotation[],
  cut: boolean,
  looked: CandidateUnit | null | undefined,
): ListPlace | null {
  if (cut) return found.at(-1)?.place ?? null;
  return looked ? endOf(looked) : null;
}
