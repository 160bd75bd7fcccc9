import { findLocalAgent } from './access/local-agent.ts';
import type { Styles } from './citations/styles/styles.ts';
import { RevisionTexts, TEXT_BYTES } from './documents/revision-texts.ts';
import { Lexicons } from './entities/lexicons.ts';
import { DATA_BYTES, Memory } from './memory/memory.ts';
import { Linker } from './mentions/linking/linker.ts';
import type { StoreLocation } from './store/database.ts';
import { openStore, type Store, type StoreOptions } from './store/store.ts';

/** What every part of the program that does something works on. */
export interface Scholion {
  store: Store;
  texts: RevisionTexts;
  memory: Memory;
  lexicons: Lexicons;
  linker: Linker;
  /** The citation styles, read when they are asked for first. @throws InputInvalid for a style that cannot be used. */
  styles(): Promise<Styles>;
  /** The agent that acts when the service is used from its own machine. */
  localAgentId: string;
  close(): Promise<void>;
}

export interface ScholionOptions extends StoreOptions {
  /** The folder of citation styles beside those that come with the service; null where there is none. */
  stylesFolder?: string | null;
  /** About how much memory texts may take that are in use, in bytes. */
  textBytes?: number;
  /** The same of data that may change. */
  dataBytes?: number;
}

/** Opens the store and what is kept in memory of it. @throws StoreProblem */
export async function openScholion(
  location: StoreLocation,
  { stylesFolder = null, textBytes = TEXT_BYTES, dataBytes = DATA_BYTES, ...options }: ScholionOptions = {},
): Promise<Scholion> {
  const store = await openStore(location, options);
  try {
    const localAgentId = await findLocalAgent(store);
    const lexicons = new Lexicons();
    return {
      store,
      texts: new RevisionTexts(textBytes),
      memory: new Memory(store, dataBytes),
      lexicons,
      linker: new Linker(lexicons),
      styles: lazily(async () => {
        const { Styles } = await import('./citations/styles/styles.ts');
        return await Styles.open(stylesFolder);
      }),
      localAgentId,
      close: () => store.close(),
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Makes something when it is asked for first, and keeps it. */
function lazily<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
