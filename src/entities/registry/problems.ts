import { Problem } from '../../problem.ts';
import type { EntityAuthority } from '../entity.ts';
import { authorityUrl } from './authorities.ts';
import type { Entity } from './read.ts';

/** The entity was changed since the caller read it. */
export class EntityConflict extends Problem {
  override readonly name = 'EntityConflict';
  readonly code = 'ENTITY_CONFLICT';
  readonly current: Entity;

  constructor(current: Entity) {
    super(
      `The entity has changed since: it is at version ${current.version} now. Read it again and repeat the edit on that.`,
    );
    this.current = current;
  }
}

/** Another entity has an authority already. */
export class AuthorityTaken extends Problem {
  override readonly name = 'AuthorityTaken';
  readonly code = 'AUTHORITY_TAKEN';
  /** The one that has it. */
  readonly entity: Entity;

  constructor(authority: EntityAuthority, entity: Entity) {
    super(
      `${authorityUrl(authority)} is ${entity.slug} already; merge the two if they are one, or correct the number.`,
    );
    this.entity = entity;
  }
}
