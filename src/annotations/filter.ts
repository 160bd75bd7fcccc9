import type { Principal } from '../access/principal.ts';
import { visibleAnnotation } from '../access/visibility.ts';
import { Prisma } from '../store/generated/client.ts';
import type { AnchorStatus, Motivation, Visibility } from '../store/generated/enums.ts';

/** Which annotations are asked for; what is left out does not restrict. */
export interface AnnotationFilter {
  motivations?: Motivation[];
  /** All of them. */
  tags?: string[];
  creatorId?: string;
  /** With a body of this entity, or of one that was merged into what this one is read as. */
  entityId?: string;
  /** With a body of this source, or of one that was merged into what this one is read as. */
  sourceId?: string;
  visibility?: Visibility;
  /** Any anchor with one of these. */
  status?: AnchorStatus[];
  /** Stands in a textual body, in any case of letters. */
  text?: string;
  createdAfter?: Date;
  includeDeleted?: boolean;
}

/**
 * The filter and the rule of who sees what as one condition on the alias `a`.
 * @param position the condition under which a position `p` counts for the filter's status.
 */
export function filterCondition(
  principal: Principal,
  filter: AnnotationFilter,
  position: Prisma.Sql,
): Prisma.Sql {
  const { motivations, tags, creatorId, entityId, sourceId, visibility, status, text } = filter;
  const { createdAfter, includeDeleted } = filter;
  const conditions = [
    visibleAnnotation(principal, includeDeleted === true ? 'with-deleted' : 'without-deleted'),
  ];
  if (motivations !== undefined)
    conditions.push(Prisma.sql`a.motivation = ANY(${motivations}::motivation[])`);
  if (tags !== undefined) conditions.push(Prisma.sql`a.tags @> ${tags}::text[]`);
  if (creatorId !== undefined) conditions.push(Prisma.sql`a.creator_id = ${creatorId}::uuid`);
  if (entityId !== undefined)
    conditions.push(Prisma.sql`a.id IN (
      SELECT y.annotation_id FROM entity w JOIN entity e ON e.canonical_id = w.canonical_id
        JOIN annotation_body y ON y.entity_id = e.id
      WHERE w.id = ${entityId}::uuid)`);
  if (sourceId !== undefined)
    conditions.push(Prisma.sql`a.id IN (
      SELECT y.annotation_id FROM source w JOIN source k ON k.canonical_id = w.canonical_id
        JOIN annotation_body y ON y.source_id = k.id
      WHERE w.id = ${sourceId}::uuid)`);
  if (visibility !== undefined) conditions.push(Prisma.sql`a.visibility = ${visibility}::visibility`);
  if (createdAfter !== undefined && createdAfter.getUTCFullYear() >= 1)
    conditions.push(Prisma.sql`a.created_at > ${createdAfter}`);
  if (status !== undefined)
    conditions.push(Prisma.sql`EXISTS (
      SELECT 1 FROM anchor n JOIN anchor_position p ON p.anchor_id = n.id AND ${position}
      WHERE n.annotation_id = a.id AND p.status = ANY(${status}::anchor_status[]))`);
  if (text !== undefined)
    conditions.push(Prisma.sql`EXISTS (
      SELECT 1 FROM annotation_body y WHERE y.annotation_id = a.id AND y.text ILIKE ${containing(text)})`);
  return Prisma.join(conditions, ' AND ');
}

function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
