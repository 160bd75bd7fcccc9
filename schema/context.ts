import type { Principal } from '../src/access/principal.ts';
import { createBreath } from '../src/breath.ts';
import { createLoaders, type Loaders } from '../src/loaders.ts';
import type { Reading } from '../src/memory/reading.ts';
import type { Scholion } from '../src/scholion.ts';
import { Budget } from './budget.ts';

/** What resolvers work with: the service, who asks, and the loaders of this request. */
export interface Context {
  /** Whoever takes its store may read anything, so that the answer then depends on all of it. */
  scholion: Scholion;
  principal: Principal;
  loaders: Loaders;
  /** What the answer depends on. */
  reading: Reading;
  budget: Budget;
  /** The address under which the service is reached, without a slash at its end. */
  origin: string;
  /** To await between the parts of a long computation. */
  breathe: () => Promise<void>;
}

/** What a request works with. Before it only reads, its `reading` begins, so that it uses what is kept in memory. */
export function createContext(scholion: Scholion, principal: Principal, origin: string): Context {
  const reading = scholion.memory.reading();
  return {
    scholion: watched(scholion, reading),
    principal,
    loaders: createLoaders(scholion, principal, reading),
    reading,
    budget: new Budget(),
    origin,
    breathe: createBreath(),
  };
}

/** The service, noticing when somebody takes its store. */
function watched(scholion: Scholion, reading: Reading): Scholion {
  return {
    ...scholion,
    get store() {
      reading.dependOn(['store']);
      return scholion.store;
    },
  };
}

/** Makes a change, and forgets what the request read before it, so that what it answers is as it is now. */
export async function change<Result>(context: Context, action: () => Promise<Result>): Promise<Result> {
  try {
    return await action();
  } finally {
    context.reading.end();
    context.loaders = createLoaders(context.scholion, context.principal, context.reading);
  }
}
