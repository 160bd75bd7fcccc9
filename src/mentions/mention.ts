import { Prisma } from '../store/generated/client.ts';
import type { MentionOrigin, MentionStatus } from '../store/generated/enums.ts';

/** One place in a text that refers to an entity, as it is stored; its anchor is read apart. */
export interface Mention {
  id: string;
  documentId: string;
  /** The entity as which the one that it was made for is read, where that was merged. */
  entityId: string;
  status: MentionStatus;
  /** From 0 to 1. */
  confidence: number;
  origin: MentionOrigin;
  creatorId: string;
  createdAt: Date;
  updatedAt: Date;
}

/** What makes a `Mention`, of the tables `mention` under the alias `m` and its `entity` under `e`. */
export const mentionColumns = Prisma.sql`m.id, m.document_id AS "documentId", e.canonical_id AS "entityId", m.status,
  m.confidence, m.origin, m.creator_id AS "creatorId", m.created_at AS "createdAt", m.updated_at AS "updatedAt"`;

/**
 * Whether a mention counts where only a number is told, as a condition on the alias `m`: it was confirmed, or it is
 * suggested and likelier than all else that was suggested for its place.
 */
export const countedMention = Prisma.sql`(m.withdrawn_at IS NULL
  AND (m.status = 'CONFIRMED' OR (m.status = 'SUGGESTED' AND m.confidence > 0.5)))`;
