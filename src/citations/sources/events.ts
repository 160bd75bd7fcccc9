import { z } from 'zod';
import { Prisma } from '../../store/generated/client.ts';
import { CreatorRole, type EventKind, SourceType } from '../../store/generated/enums.ts';
import { insertRows } from '../../store/insert-rows.ts';
import { newId } from '../../store/new-id.ts';
import type { Client } from '../../store/store.ts';
import { emptyContent, type SourceContent } from '../source.ts';
import { sourceFields } from './fields.ts';

/** The kinds of events that tell of sources, in the order in which they are explained. */
export const sourceEventKinds = [
  'SOURCE_SAVED',
  'SOURCE_DELETED',
  'SOURCES_MERGED',
  'SOURCE_MERGE_UNDONE',
] as const satisfies EventKind[];

/** A change of the sources. */
export interface SourceEvent {
  id: string;
  sequence: bigint;
  kind: (typeof sourceEventKinds)[number];
  occurredAt: Date;
  agentId: string;
  /** What was saved, deleted or merged, or stands for itself again. */
  sourceId: string;
  /** What it was merged into; null of a saving and a deletion. */
  intoSourceId: string | null;
  state: Prisma.JsonValue;
}

/** The columns of the table `event`, under the alias `e`, that make a `SourceEvent`. */
export const sourceEventColumns = Prisma.sql`e.id, e.sequence, e.kind, e.occurred_at AS "occurredAt",
  e.agent_id AS "agentId", e.source_id AS "sourceId", e.into_source_id AS "intoSourceId", e.state`;

/** Writes down a change of the sources. */
export async function insertSourceEvent(
  statements: Client,
  {
    kind,
    agentId,
    sourceId,
    intoSourceId,
    state,
  }: Pick<SourceEvent, 'kind' | 'agentId' | 'sourceId' | 'intoSourceId'> & { state: object | null },
): Promise<void> {
  await statements.$executeRaw(
    insertRows('event', [
      {
        id: newId(),
        kind,
        occurred_at: new Date(),
        agent_id: agentId,
        source_id: sourceId,
        into_source_id: intoSourceId,
        state,
      },
    ]),
  );
}

const text = z.string().nullable();
const saved = z.object({
  key: z.string(),
  version: z.int(),
  type: z.enum(SourceType),
  creators: z.array(
    z.object({
      role: z.enum(CreatorRole),
      family: text,
      given: text,
      droppingParticle: text,
      nonDroppingParticle: text,
      suffix: text,
      literal: text,
    }),
  ),
});
const savedFields = z.record(z.enum(sourceFields), text);

/** What was saved of a source, or what a source was that was deleted. */
export interface SourceState {
  key: string;
  version: number;
  content: SourceContent;
}

/** The source as an event left it; null of one that tells of a merge. */
export function sourceStateOf({ kind, state }: Pick<SourceEvent, 'kind' | 'state'>): SourceState | null {
  if (kind !== 'SOURCE_SAVED' && kind !== 'SOURCE_DELETED') return null;
  const { key, version, type, creators } = saved.parse(state);
  return { key, version, content: { ...emptyContent(type), ...fieldsOf(state), creators } };
}

function fieldsOf(state: Prisma.JsonValue): z.infer<typeof savedFields> {
  const all: Record<string, unknown> = z.record(z.string(), z.unknown()).parse(state);
  return savedFields.parse(Object.fromEntries(sourceFields.map((field) => [field, all[field] ?? null])));
}
