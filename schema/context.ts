import type { Principal } from '../src/access/principal.ts';
import { createBreath } from '../src/breath.ts';
import { createLoaders, type Loaders } from '../src/loaders.ts';
import type { Scholion } from '../src/scholion.ts';
import { Budget } from './budget.ts';

/** What resolvers work with: the service, who asks, and the loaders of this request. */
export interface Context {
  scholion: Scholion;
  principal: Principal;
  loaders: Loaders;
  budget: Budget;
  /** The address under which the service is reached, without a slash at its end. */
  origin: string;
  /** To await between the parts of a long computation. */
  breathe: () => Promise<void>;
}

export function createContext(scholion: Scholion, principal: Principal, origin: string): Context {
  return {
    scholion,
    principal,
    loaders: createLoaders(scholion, principal),
    budget: new Budget(),
    origin,
    breathe: createBreath(),
  };
}

/** Makes a change, and forgets what the request read before it, so that what it answers is as it is now. */
export async function change<Result>(context: Context, action: () => Promise<Result>): Promise<Result> {
  try {
    return await action();
  } finally {
    context.loaders = createLoaders(context.scholion, context.principal);
  }
}
