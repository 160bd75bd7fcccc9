import type { AnchorRow } from '../annotations/read.ts';
import { BatchReader } from '../batch-reader.ts';
import type { MarksOnBlock } from '../documents/marks.ts';
import { fromMap, grouped } from '../grouped.ts';
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
export function createMentionLoaders({ prisma }: Store) {
  return {
    mention: fromMap<Mention>((ids) => readMentions(prisma, ids)),
    mentionAnchor: new BatchReader<MentionSeen, AnchorRow | null>(
      (seen) => readMentionAnchors(prisma, seen),
      seenName,
    ),
    mentionHolder: new BatchReader<MentionSeen, Mention | null>(
      (seen) => readHolders(prisma, seen),
      seenName,
    ),
    unitText: fromMap<string>((ids) => readUnitTexts(prisma, ids)),
    mentionsInText: grouped<{ scope: TextScope; shape: MentionListShape }, ListedMention[]>(
      ({ shape }) => JSON.stringify(shape),
      (keys, { shape }) =>
        listMentionsInText(
          prisma,
          keys.map(({ scope }) => scope),
          shape,
        ),
    ),
    mentionCountInText: grouped<{ scope: TextScope; filter: MentionFilter; withLost: boolean }, number>(
      ({ filter, withLost }) => JSON.stringify([filter, withLost]),
      (keys, { filter, withLost }) =>
        countMentionsInText(
          prisma,
          keys.map(({ scope }) => scope),
          filter,
          withLost,
        ),
    ),
    concordance: grouped<{ entityId: string; shape: ConcordanceShape }, ListedMention[]>(
      ({ shape }) => JSON.stringify(shape),
      (keys, { shape }) => readConcordance(prisma, entityIdsOf(keys), shape),
    ),
    concordanceCount: grouped<{ entityId: string; filter: MentionFilter }, number>(
      ({ filter }) => JSON.stringify(filter),
      (keys, { filter }) => countConcordance(prisma, entityIdsOf(keys), filter),
    ),
    mentionMarks: grouped<{ block: RevisionBlock; filter: MentionFilter }, MarksOnBlock<Mention>>(
      ({ filter }) => JSON.stringify(filter),
      (keys, { filter }) =>
        mentionMarksOf(
          prisma,
          keys.map(({ block }) => block),
          filter,
        ),
    ),
    documentEntities: grouped<{ documentId: string; shape: RankedShape }, RankedEntity[]>(
      ({ shape }) => JSON.stringify(shape),
      (keys, { shape }) =>
        entitiesOfDocuments(
          prisma,
          keys.map(({ documentId }) => documentId),
          shape,
        ),
    ),
    documentEntityCount: grouped<{ documentId: string; kinds: EntityKind[] | undefined }, number>(
      ({ kinds }) => JSON.stringify(kinds ?? null),
      (keys, { kinds }) =>
        countEntitiesOfDocuments(
          prisma,
          keys.map(({ documentId }) => documentId),
          kinds,
        ),
    ),
    relatedEntities: grouped<{ entityId: string; shape: RankedShape }, RankedEntity[]>(
      ({ shape }) => JSON.stringify(shape),
      (keys, { shape }) => relatedEntities(prisma, entityIdsOf(keys), shape),
    ),
    relatedEntityCount: grouped<{ entityId: string }, number>(
      () => '',
      (keys) => countRelatedEntities(prisma, entityIdsOf(keys)),
    ),
  };
}

function entityIdsOf(keys: readonly { entityId: string }[]): string[] {
  return keys.map(({ entityId }) => entityId);
}
