import { quoteOf } from '../../src/anchors/quote.ts';
import { spanOf } from '../../src/anchors/span.ts';
import { positionRow } from '../../src/documents/position-row.ts';
import type { Scholion } from '../../src/scholion.ts';
import { insertRows } from '../../src/store/insert-rows.ts';
import { newId } from '../../src/store/new-id.ts';
import type { TextRange } from '../../src/text/range.ts';
import type { RevisionText } from '../../src/text/revision-text.ts';
import { integerBelow, pick, type Random } from '../random.ts';
import { BOOK } from '../texts.ts';
import { someWords } from '../words.ts';
import { registerEntities, registerSources } from './registries.ts';

/** Puts mentions of entities and citations of sources on words from all over the book, in the order of its text. */
export async function markBook(scholion: Scholion, book: RevisionText, random: Random): Promise<void> {
  const entityIds = await registerEntities(scholion);
  const sourceIds = await registerSources(scholion);
  await insertMentions(scholion, book, entityIds, random);
  await insertCitations(scholion, book, sourceIds, random);
}

function places(book: RevisionText, count: number, random: Random): TextRange[] {
  const ranges = Array.from({ length: count }, () => someWords(random, book));
  return ranges.sort((a, b) => a.start - b.start || a.end - b.end);
}

async function insertMentions(
  { store, localAgentId }: Scholion,
  book: RevisionText,
  entityIds: readonly string[],
  random: Random,
): Promise<void> {
  const now = new Date();
  const marks = places(book, BOOK.mentions, random).map((range) => {
    // Some are mentioned often, most of them seldom.
    const entityId = entityIds[Math.floor(entityIds.length * random() ** 2)] ?? '';
    const id = newId();
    return {
      ...anchorAt(book, range, { mention_id: id }),
      row: {
        id,
        document_id: book.documentId,
        entity_id: entityId,
        status: 'SUGGESTED',
        confidence: 0.9,
        origin: 'LINKER',
        creator_id: localAgentId,
        created_at: now,
        updated_at: now,
      },
      event: {
        id: newId(),
        kind: 'MENTION_ADDED',
        occurred_at: now,
        agent_id: localAgentId,
        document_id: book.documentId,
        mention_id: id,
        state: { status: 'SUGGESTED', entityId, confidence: 0.9 },
      },
    };
  });
  await insertAll(store, 'mention', marks);
}

async function insertCitations(
  { store, localAgentId }: Scholion,
  book: RevisionText,
  sourceIds: readonly string[],
  random: Random,
): Promise<void> {
  const now = new Date();
  const marks = places(book, BOOK.citations, random).map((range) => {
    const id = newId();
    const sourceId = pick(random, sourceIds);
    const locator = { locator: String(1 + integerBelow(random, 300)), locatorLabel: 'PAGE' };
    return {
      ...anchorAt(book, range, { citation_id: id }),
      row: {
        id,
        document_id: book.documentId,
        source_id: sourceId,
        locator: locator.locator,
        locator_label: locator.locatorLabel,
        creator_id: localAgentId,
        version: 1,
        created_at: now,
        updated_at: now,
      },
      event: {
        id: newId(),
        kind: 'CITATION_ADDED',
        occurred_at: now,
        agent_id: localAgentId,
        document_id: book.documentId,
        citation_id: id,
        state: { version: 1, sourceId, ...locator },
      },
    };
  });
  await insertAll(store, 'citation', marks);
}

/** The rows of an anchor in the revision, and of where it stands. */
function anchorAt(
  revision: RevisionText,
  range: TextRange,
  owner: { mention_id: string } | { citation_id: string },
) {
  const span = spanOf(revision, range);
  if (span === null) throw new RangeError('There are no words in the range');
  const anchor = {
    id: newId(),
    document_id: revision.documentId,
    ...owner,
    ordinal: 0,
    made_on_id: revision.id,
    ...quoteOf(revision.text, range),
  };
  const standing = { status: 'EXACT', score: 1, span } as const;
  const position = { firstRevision: revision.number, lastRevision: null, standing };
  return { anchor, position: positionRow(revision.documentId, anchor.id, position) };
}

type Rows = Parameters<typeof insertRows>[1];

async function insertAll(
  { prisma }: Scholion['store'],
  table: string,
  marks: readonly Record<'row' | 'anchor' | 'position' | 'event', Rows[number]>[],
): Promise<void> {
  await prisma.$transaction([
    prisma.$executeRaw(
      insertRows(
        table,
        marks.map(({ row }) => row),
      ),
    ),
    prisma.$executeRaw(
      insertRows(
        'anchor',
        marks.map(({ anchor }) => anchor),
      ),
    ),
    prisma.$executeRaw(
      insertRows(
        'anchor_position',
        marks.map(({ position }) => position),
      ),
    ),
    prisma.$executeRaw(
      insertRows(
        'event',
        marks.map(({ event }) => event),
      ),
    ),
  ]);
}
