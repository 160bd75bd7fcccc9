import type { Principal } from '../access/principal.ts';
import { visibleAnnotation } from '../access/visibility.ts';
import { InputInvalid } from '../problem.ts';
import type { Statements } from '../store/store.ts';
import { type Annotation, annotationColumns } from './annotation.ts';
import type { ReadyAnnotation } from './insert.ts';

interface Earlier extends Annotation {
  idempotencyKey: string;
  requestChecksum: string;
}

/**
 * What requests with the same idempotency keys wrote before, by the id that the new annotation would have had. A key
 * that stood for another request is refused, as it would hide a mistake.
 */
export async function findByIdempotencyKey(
  statements: Statements,
  principal: Principal,
  agentId: string,
  taken: readonly ReadyAnnotation[],
): Promise<Map<string, Annotation | InputInvalid>> {
  const answers = new Map<string, Annotation | InputInvalid>();
  if (taken.length === 0) return answers;
  const keys = taken.map((one) => one.idempotencyKey);
  const rows = await statements.$queryRaw<Earlier[]>`
    SELECT ${annotationColumns}, a.idempotency_key AS "idempotencyKey", a.request_checksum AS "requestChecksum"
    FROM annotation a
    WHERE a.creator_id = ${agentId}::uuid AND a.idempotency_key = ANY(${keys}::text[])
      AND ${visibleAnnotation(principal, 'with-deleted')}`;
  const byKey = new Map(rows.map((row) => [row.idempotencyKey, row]));
  for (const one of taken) {
    const earlier = one.idempotencyKey === null ? undefined : byKey.get(one.idempotencyKey);
    if (earlier === undefined) continue;
    const same = earlier.requestChecksum === one.requestChecksum;
    answers.set(one.annotation.id, same ? earlier : new InputInvalid(OTHER_REQUEST));
  }
  return answers;
}

const OTHER_REQUEST =
  'This idempotencyKey was used for another annotation; give every annotation a key of its own, such as a random UUID.';
