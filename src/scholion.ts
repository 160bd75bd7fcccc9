import { RevisionTexts } from './documents/revision-texts.ts';
import { Lexicons } from './entities/lexicons.ts';
import { Linker } from './mentions/linking/linker.ts';
import type { StoreLocation } from './store/database.ts';
import { openStore, type Store, type StoreOptions } from './store/store.ts';

/** What every part of the program that does something works on. */
export interface Scholion {
  store: Store;
  texts: RevisionTexts;
  lexicons: Lexicons;
  linker: Linker;
  /** The agent that acts when the service is used from its own machine. */
  localAgentId: string;
  close(): Promise<void>;
}

/** Opens the store and what is kept in memory of it. @throws StoreProblem */
export async function openScholion(location: StoreLocation, options: StoreOptions = {}): Promise<Scholion> {
  const store = await openStore(location, options);
  try {
    const agent = await store.prisma.agent.upsert({
      where: { key: 'local' },
      create: { key: 'local', kind: 'PERSON', name: 'Local user' },
      update: {},
    });
    const lexicons = new Lexicons();
    return {
      store,
      texts: new RevisionTexts(),
      lexicons,
      linker: new Linker(lexicons),
      localAgentId: agent.id,
      close: () => store.close(),
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
