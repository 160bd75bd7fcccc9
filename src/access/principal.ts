/** What a principal may do. Each role is granted by itself; none holds another. */
export type Role = 'READER' | 'ANNOTATOR' | 'EDITOR';

/** Who asks: an agent of the store with roles, or somebody unknown, who may read what is public. */
export interface Principal {
  agentId: string | null;
  roles: ReadonlySet<Role>;
}

/** Somebody who gave no credentials. */
export const anonymous: Principal = { agentId: null, roles: new Set<Role>(['READER']) };

/** The one user of a service that only this machine can reach. */
export function localPrincipal(agentId: string): Principal {
  return { agentId, roles: new Set<Role>(['READER', 'ANNOTATOR', 'EDITOR']) };
}

/** Tells apart principals who may see different things. */
export function viewerKey({ agentId, roles }: Principal): string {
  return `${agentId ?? 'anonymous'}(${[...roles].sort().join(',')})`;
}
