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
  ANNOTATOR: 'annotate here',
  EDITOR: 'import or change documents here',
};

/**
 * Answers the agent that acts.
 * @throws NotAllowed when the principal is unknown or lacks the role.
 */
export function requireRole(principal: Principal, role: Role): string {
  if (principal.agentId !== null && principal.roles.has(role)) return principal.agentId;
  const remedy =
    principal.agentId === null
      ? 'the request came without credentials that this server accepts; send it from the machine that the server runs on'
      : `you need the role ${role}`;
  throw new NotAllowed(`You may not ${DEEDS[role]}: ${remedy}.`);
}
