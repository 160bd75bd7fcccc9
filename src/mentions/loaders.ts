import type { AnchorRow } from '../annotations/read.ts';
import { nameOfScope } from '../annotations/scope.ts';
import type { BatchReaders } from '../batch-readers.ts';
import type { MarksOnBlock } from '../documents/marks.ts';
import type { Dependency } from '../memory/dependencies.ts';
import type { EntityKind } from '../store/generated/enums.ts';
import type { Store } from '../store/store.ts';
import type { RevisionBlock } from '../text/revision-text.ts';
import { type ConcordanceShape, countConcordance, readConcordance } from './concordance.ts';
import type { MentionFilter } from './filter.ts';
import {
  countMentionsInText,
  listMentionsInText,
  type MentionListShape,
  type TextScope,
} from './list-in-text.ts';
import { mentionMarksOf } from './marks.ts';
import type { Mention } from './mention.ts';
import type { ListedMention } from './place.ts';
import {
  countEntitiesOfDocuments,
  countRelatedEntities,
  entitiesOfDocuments,
  type RankedEntity,
  type RankedShape,
  relatedEntities,
} from './ranked.ts';
import { type MentionSeen, readHolders, readMentionAnchors, readMentions, readUnitTexts } from './read.ts';

const seenName = ({ mentionId, number }: MentionSeen): string => `${mentionId}@${number}`;

/** Reads many things about mentions at once. */
export function createMentionLoaders({ statements }: Store, readers: BatchReaders) {
  return {
    mention: readers.fromMap<Mention>((ids) => readMentions(statements, ids), {
      dependencies: () => ['mentions', 'entities'],
    }),
    mentionAnchor: readers.batch<MentionSeen, AnchorRow | null>({
      nameOf: seenName,
      read: (seen) => readMentionAnchors(statements, seen),
      dependencies: () => ['mentions'],
      implied: true,
      keptAs: 'mention-anchor',
    }),
    mentionHolder: readers.batch<MentionSeen, Mention | null>({
      nameOf: seenName,
      read: (seen) => readHolders(statements, seen),
      dependencies: () => ['mentions', 'entities'],
    }),
    unitText: readers.fromMap<string>((ids) => readUnitTexts(statements, ids), {
      dependencies: () => [],
      keptAs: 'unit-text',
    }),
    mentionsInText: readers.grouped<{ scope: TextScope; shape: MentionListShape }, ListedMention[]>(
      ({ shape }) => JSON.stringify(shape),
      ({ scope }) => nameOfScope(scope),
      (keys, { shape }) =>
        listMentionsInText(
          statements,
          keys.map(({ scope }) => scope),
          shape,
        ),
      { dependencies: ({ scope }) => inDocument(scope), keptAs: 'mentions-in-text' },
    ),
    mentionCountInText: readers.grouped<
      { scope: TextScope; filter: MentionFilter; withLost: boolean },
      number
    >(
      ({ filter, withLost }) => JSON.stringify([filter, withLost]),
      ({ scope }) => nameOfScope(scope),
      (keys, { filter, withLost }) =>
        countMentionsInText(
          statements,
          keys.map(({ scope }) => scope),
          filter,
          withLost,
        ),
      { dependencies: ({ scope }) => inDocument(scope), keptAs: 'mention-count-in-text' },
    ),
    concordance: readers.grouped<{ entityId: string; shape: ConcordanceShape }, ListedMention[]>(
      ({ shape }) => JSON.stringify(shape),
      entityOf,
      (keys, { shape }) => readConcordance(statements, entityIdsOf(keys), shape),
      { ...everywhere, keptAs: 'concordance' },
    ),
    concordanceCount: readers.grouped<{ entityId: string; filter: MentionFilter }, number>(
      ({ filter }) => JSON.stringify(filter),
      entityOf,
      (keys, { filter }) => countConcordance(statements, entityIdsOf(keys), filter),
      { ...everywhere, keptAs: 'concordance-count' },
    ),
    mentionMarks: readers.grouped<{ block: RevisionBlock; filter: MentionFilter }, MarksOnBlock<Mention>>(
      ({ filter }) => JSON.stringify(filter),
      ({ block }) => block.id,
      (keys, { filter }) =>
        mentionMarksOf(
          statements,
          keys.map(({ block }) => block),
          filter,
        ),
      { dependencies: ({ block }) => inDocument(block.revision), keptAs: 'mention-marks' },
    ),
    documentEntities: readers.grouped<{ documentId: string; shape: RankedShape }, RankedEntity[]>(
      ({ shape }) => JSON.stringify(shape),
      ({ documentId }) => documentId,
      (keys, { shape }) =>
        entitiesOfDocuments(
          statements,
          keys.map(({ documentId }) => documentId),
          shape,
        ),
      { dependencies: inDocument, keptAs: 'document-entities' },
    ),
    documentEntityCount: readers.grouped<{ documentId: string; kinds: EntityKind[] | undefined }, number>(
      ({ kinds }) => JSON.stringify(kinds ?? null),
      ({ documentId }) => documentId,
      (keys, { kinds }) =>
        countEntitiesOfDocuments(
          statements,
          keys.map(({ documentId }) => documentId),
          kinds,
        ),
      { dependencies: inDocument, keptAs: 'document-entity-count' },
    ),
    relatedEntities: readers.grouped<{ entityId: string; shape: RankedShape }, RankedEntity[]>(
      ({ shape }) => JSON.stringify(shape),
      entityOf,
      (keys, { shape }) => relatedEntities(statements, entityIdsOf(keys), shape),
      { ...everywhere, keptAs: 'related-entities' },
    ),
    relatedEntityCount: readers.grouped<{ entityId: string }, number>(
      () => '',
      entityOf,
      (keys) => countRelatedEntities(statements, entityIdsOf(keys)),
      { ...everywhere, keptAs: 'related-entity-count' },
    ),
  };
}

/** What is read of the mentions in a document depends on the entities too, as which they are read. */
function inDocument({ documentId }: { documentId: string }): Dependency[] {
  return [`mentions:${documentId}`, 'entities'];
}

const everywhere = { dependencies: (): Dependency[] => ['mentions', 'entities'] };

function entityOf({ entityId }: { entityId: string }): string {
  return entityId;
}

function entityIdsOf(keys: readonly { entityId: string }[]): string[] {
  return keys.map(entityOf);
}
