import { Prisma } from '../store/generated/client.ts';
import type { Principal } from './principal.ts';

/**
 * The one rule of who sees which annotation, as a condition on the table `annotation` under the alias `a`. Every
 * read of annotations, and of whatever hangs on them, goes through it.
 *
 * - A private annotation is seen by its creator only.
 * - A deleted one is seen by its creator and by editors: in lists where deleted ones are asked for, and by its id.
 *
 * What hangs on an annotation (bodies, anchors, history) is read of annotations that were read so; as it may have been
 * made private in between, its bodies and anchors are read under this rule again.
 */
export function visibleAnnotation(
  principal: Principal,
  deleted: 'without-deleted' | 'with-deleted',
): Prisma.Sql {
  const own =
    principal.agentId === null ? Prisma.sql`FALSE` : Prisma.sql`a.creator_id = ${principal.agentId}::uuid`;
  const visible = Prisma.sql`(a.visibility = 'PUBLIC' OR ${own})`;
  if (deleted === 'without-deleted') return Prisma.sql`(a.deleted_at IS NULL AND ${visible})`;
  const mayRestore = principal.roles.has('EDITOR') ? Prisma.sql`TRUE` : own;
  return Prisma.sql`((a.deleted_at IS NULL OR ${mayRestore}) AND ${visible})`;
}

/**
 * Which events of an annotation that was seen are seen too, as a condition on `event` under the alias `e` and on its
 * annotation under `a`: what it said while it was private is its creator's alone, even when it is public now.
 */
export function visibleEvent(principal: Principal): Prisma.Sql {
  const own =
    principal.agentId === null ? Prisma.sql`FALSE` : Prisma.sql`a.creator_id = ${principal.agentId}::uuid`;
  return Prisma.sql`(e.state ->> 'visibility' = 'PUBLIC' OR ${own})`;
}

/**
 * The one rule of which mentions are there to be seen, as a condition on the table `mention` under the alias `m`:
 * everybody sees all, but for what was withdrawn.
 */
export const standingMention = Prisma.sql`m.withdrawn_at IS NULL`;

/**
 * The one rule of which citations are there to be seen, as a condition on the table `citation` under the alias `c`:
 * everybody sees all, but for what was deleted. Every list, count and mark of citations goes through it.
 */
export const standingCitation = Prisma.sql`c.deleted_at IS NULL`;

/** Which citations are seen by their id, on the same alias: a deleted one by its creator and by editors, too. */
export function visibleCitation(principal: Principal): Prisma.Sql {
  if (principal.roles.has('EDITOR')) return Prisma.sql`TRUE`;
  if (principal.agentId === null) return standingCitation;
  return Prisma.sql`(${standingCitation} OR c.creator_id = ${principal.agentId}::uuid)`;
}
