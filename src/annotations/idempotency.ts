import { createHash } from 'node:crypto';
import type { Principal } from '../access/principal.ts';
import { visibleAnnotation } from '../access/visibility.ts';
import { InputInvalid } from '../problem.ts';
import type { Statements } from '../store/store.ts';
import { type Annotation, annotationColumns } from './annotation.ts';

/** A request that is done once: its key, and a checksum that tells it from other requests with that key. */
export interface Idempotency {
  key: string;
  /** Hexadecimal SHA-256. */
  checksum: string;
}

/** The idempotency of a request, or null when it has no key. */
export function idempotencyOf(input: { idempotencyKey: string | null }): Idempotency | null {
  if (input.idempotencyKey === null) return null;
  return {
    key: input.idempotencyKey,
    checksum: createHash('sha256').update(JSON.stringify(input)).digest('hex'),
  };
}

interface EarlierRow extends Annotation {
  key: string;
  checksum: string;
}

/**
 * What the same requests wrote before, by their keys; those that are new are missing. A key that stood for another
 * request is refused, as answering its result would hide a mistake.
 */
export async function findEarlier(
  statements: Statements,
  principal: Principal,
  agentId: string,
  requests: readonly Idempotency[],
): Promise<Map<string, (request: Idempotency) => Annotation | InputInvalid>> {
  if (requests.length === 0) return new Map();
  const rows = await statements.$queryRaw<EarlierRow[]>`
    SELECT ${annotationColumns}, a.idempotency_key AS key, a.request_checksum AS checksum
    FROM annotation a
    WHERE a.creator_id = ${agentId}::uuid AND a.idempotency_key = ANY(${requests.map(({ key }) => key)}::text[])
      AND ${visibleAnnotation(principal, 'with-deleted')}`;
  return new Map(
    rows.map(({ key, checksum, ...annotation }) => [
      key,
      (request) => (request.checksum === checksum ? annotation : otherRequest('annotation')),
    ]),
  );
}

/** Why a key is refused that stood for another request of the kind. */
export function otherRequest(kind: 'annotation' | 'citation'): InputInvalid {
  return new InputInvalid(
    `This idempotencyKey was used for another ${kind}; give every ${kind} a key of its own, such as a random UUID.`,
  );
}
