import { z } from 'zod';
import { Prisma } from '../../store/generated/client.ts';
import { AuthorityScheme, EntityKind, type EventKind, NameKind } from '../../store/generated/enums.ts';
import type { EntityContent } from '../entity.ts';

/** The kinds of events that tell of entities, in the order in which they are explained. */
export const entityEventKinds = [
  'ENTITY_SAVED',
  'ENTITIES_MERGED',
  'MERGE_UNDONE',
] as const satisfies EventKind[];

/** A change of the registry. */
export interface EntityEvent {
  id: string;
  sequence: bigint;
  kind: (typeof entityEventKinds)[number];
  occurredAt: Date;
  agentId: string;
  /** What was saved, or merged, or stands for itself again. */
  entityId: string;
  /** What it was merged into; null of a saving. */
  intoEntityId: string | null;
  state: Prisma.JsonValue;
}

/** The columns of the table `event`, under the alias `e`, that make an `EntityEvent`. */
export const entityEventColumns = Prisma.sql`e.id, e.sequence, e.kind, e.occurred_at AS "occurredAt",
  e.agent_id AS "agentId", e.entity_id AS "entityId", e.into_entity_id AS "intoEntityId", e.state`;

const saved = z.object({
  slug: z.string(),
  version: z.int(),
  kind: z.enum(EntityKind),
  names: z.array(z.object({ text: z.string(), language: z.string().nullable(), kind: z.enum(NameKind) })),
  description: z.string().nullable(),
  authorities: z.array(z.object({ scheme: z.enum(AuthorityScheme), value: z.string() })),
  startDate: z.string().nullable(),
  endDate: z.string().nullable(),
});

/** What was saved of an entity. */
export interface SavedState extends EntityContent {
  slug: string;
  version: number;
}

/** What an event saved; null of one that saved nothing. */
export function stateSaved({ kind, state }: Pick<EntityEvent, 'kind' | 'state'>): SavedState | null {
  return kind === 'ENTITY_SAVED' ? saved.parse(state) : null;
}

const merged = z.object({ withdrawn: z.array(z.string()) });

/** The ids of the mentions that a merge withdrew. */
export function withdrawnBy({ state }: Pick<EntityEvent, 'state'>): string[] {
  return merged.parse(state).withdrawn;
}

const undone = z.object({ undoes: z.string() });

/** The id of the event that an event undid; null of one that undid none. */
export function undoneBy({ kind, state }: Pick<EntityEvent, 'kind' | 'state'>): string | null {
  return kind === 'MERGE_UNDONE' ? undone.parse(state).undoes : null;
}
