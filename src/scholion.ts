import { Styles } from './citations/styles/styles.ts';
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
  styles: Styles;
  /** The agent that acts when the service is used from its own machine. */
  localAgentId: string;
  close(): Promise<void>;
}

export interface ScholionOptions extends StoreOptions {
  /** The folder of citation styles beside those that come with the service; null where there is none. */
  stylesFolder?: string | null;
}

/**
 * Opens the store, the citation styles and what is kept in memory.
 * @throws StoreProblem
 * @throws InputInvalid for a style that cannot be used.
 */
export async function openScholion(
  location: StoreLocation,
  { stylesFolder = null, ...options }: ScholionOptions = {},
): Promise<Scholion> {
  const styles = await Styles.open(stylesFolder);
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
      styles,
      localAgentId: agent.id,
      close: () => store.close(),
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
