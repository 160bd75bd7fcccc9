import type { Statements } from '../../store/store.ts';
import type { EntityAuthority } from '../entity.ts';
import { checkAuthority } from './authorities.ts';
import { type Entity, findByAuthority, findBySlug } from './read.ts';

/** What names an entity beside its id. */
export type EntityNamed = { slug: string } | { authority: EntityAuthority };

/**
 * Finds the entity named, itself or by one that was merged into it; null where there is none.
 * @throws InputInvalid where the authority cannot be one.
 */
export async function findEntity(statements: Statements, by: EntityNamed): Promise<Entity | null> {
  return 'slug' in by
    ? await findBySlug(statements, by.slug)
    : await findByAuthority(statements, checkAuthority(by.authority));
}
