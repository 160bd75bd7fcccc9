import { standingMention } from '../access/visibility.ts';
import { Prisma } from '../store/generated/client.ts';
import type { EntityKind, MentionStatus } from '../store/generated/enums.ts';

/** Which mentions are asked for; what is left out does not restrict. */
export interface MentionFilter {
  /** An entity, in the form in which it stands for itself. */
  entityId?: string;
  documentId?: string;
  kinds?: EntityKind[];
  /** Any of these; what was suggested or confirmed unless given. */
  status?: MentionStatus[];
  /** At least so sure, from 0 to 1. */
  confidence?: number;
}

/** The filter and the rule of what is there to be seen as one condition on `mention` as `m` and its `entity` as `e`. */
export function filterCondition({
  entityId,
  documentId,
  kinds,
  status,
  confidence,
}: MentionFilter): Prisma.Sql {
  const statuses = status ?? ['SUGGESTED', 'CONFIRMED'];
  const conditions = [standingMention, Prisma.sql`m.status = ANY(${statuses}::mention_status[])`];
  if (entityId !== undefined) conditions.push(Prisma.sql`e.canonical_id = ${entityId}::uuid`);
  if (documentId !== undefined) conditions.push(Prisma.sql`m.document_id = ${documentId}::uuid`);
  if (confidence !== undefined) conditions.push(Prisma.sql`m.confidence >= ${confidence}`);
  if (kinds !== undefined)
    conditions.push(Prisma.sql`EXISTS (
      SELECT 1 FROM entity k WHERE k.id = e.canonical_id AND k.kind = ANY(${kinds}::entity_kind[]))`);
  return Prisma.join(conditions, ' AND ');
}
