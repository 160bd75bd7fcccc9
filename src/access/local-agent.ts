import type { Store } from '../store/store.ts';

/** Finds the agent that acts when the service is used from its own machine, or makes it. @returns its id. */
export async function findLocalAgent({ prisma }: Store): Promise<string> {
  const { id } = await prisma.agent.upsert({
    where: { key: 'local' },
    create: { key: 'local', kind: 'PERSON', name: 'Local user' },
    update: {},
  });
  return id;
}
