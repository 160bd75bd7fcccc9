import { insertRows } from '../../store/insert-rows.ts';
import { newId } from '../../store/new-id.ts';
import type { Client } from '../../store/store.ts';
import { type EntityEvent, entityEventColumns } from './events.ts';

/** Writes down a change of the registry, and answers it as it is stored. */
export async function insertEvent(
  statements: Client,
  {
    kind,
    agentId,
    entityId,
    intoEntityId,
    state,
  }: Omit<EntityEvent, 'id' | 'sequence' | 'occurredAt' | 'state'> & { state: object },
): Promise<EntityEvent> {
  const row = {
    id: newId(),
    kind,
    occurred_at: new Date(),
    agent_id: agentId,
    entity_id: entityId,
    into_entity_id: intoEntityId,
    state,
  };
  await statements.$executeRaw(insertRows('event', [row]));
  const rows = await statements.$queryRaw<EntityEvent[]>`
    SELECT ${entityEventColumns} FROM event e WHERE e.id = ${row.id}::uuid`;
  const [event] = rows;
  if (event === undefined) throw new Error('An event is not there after it was written');
  return event;
}
