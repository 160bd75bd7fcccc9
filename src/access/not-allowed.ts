import { Problem } from '../problem.ts';
import type { Principal, Role } from './principal.ts';

/** The principal lacks the right to do this. */
export class NotAllowed extends Problem {
  override readonly name = 'NotAllowed';
  readonly code = 'NOT_ALLOWED';
}

/** What a role lets its holder do, as an error message completes "You may not …". */
const DEEDS: Record<Role, string> = {
  READER: 'read here',
  ANNOTATOR: 'annotate or cite here',
  EDITOR: 'import or change documents, entities or sources here',
};

/** Whether a principal is known and holds a role. */
export function holdsRole(principal: Principal, role: Role): boolean {
  return principal.agentId !== null && principal.roles.has(role);
}

/** Why a principal that does not hold a role is refused. */
export function lacksRole(principal: Principal, role: Role): NotAllowed {
  const remedy =
    principal.agentId === null
      ? 'this server takes changes only from programs and pages of the machine that it runs on, and only while it listens on loopback (127.0.0.1)'
      : `you need the role ${role}`;
  return new NotAllowed(`You may not ${DEEDS[role]}: ${remedy}.`);
}

/**
 * Answers the agent that acts.
 * @throws NotAllowed when the principal is unknown or lacks the role.
 */
export function requireRole(principal: Principal, role: Role): string {
  if (principal.agentId === null || !holdsRole(principal, role)) throw lacksRole(principal, role);
  return principal.agentId;
}
