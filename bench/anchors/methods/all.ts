import { diffMatch } from './diff-match.ts';
import { exactSearch } from './exact-search.ts';
import { fuzzyInContext } from './fuzzy-in-context.ts';
import type { Method } from './method.ts';
import { scholion } from './scholion.ts';

/** The program under test first. */
export const METHODS: readonly Method[] = [scholion, exactSearch, fuzzyInContext, diffMatch];
