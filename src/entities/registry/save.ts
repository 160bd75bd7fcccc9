import { requireRole } from '../../access/not-allowed.ts';
import type { Principal } from '../../access/principal.ts';
import { retryOnConflict } from '../../documents/retry.ts';
import { InputInvalid, NotFound } from '../../problem.ts';
import type { Client, Store } from '../../store/store.ts';
import { isSlug } from '../../text/slug.ts';
import type { EntityContent } from '../entity.ts';
import { changedContent, type EntityChanges, leavesOutInherited, newContent } from './changes.ts';
import { authorityKey, findHolders } from './holders.ts';
import { lockRegistry } from './lock.ts';
import { AuthorityTaken, EntityConflict } from './problems.ts';
import { type Entity, findBySlug, readEntities } from './read.ts';
import { freeSlugs, slugOfName } from './slugs.ts';
import { readStored, type StoredEntity } from './stored.ts';
import { warningsOf } from './warnings.ts';
import { writeEntities } from './write.ts';

/** An entity to add, or to change. */
export interface EntitySaving {
  /** The one to change; null for a new one. */
  id: string | null;
  /** The version that the change was made on; null for a new one. */
  version: number | null;
  /** Null to leave it as it is, or to make it of the name. */
  slug: string | null;
  changes: EntityChanges;
}

export interface Saved {
  entity: Entity;
  created: boolean;
  /** What to think about, each a sentence. */
  warnings: string[];
}

const STAYS =
  'Names and authorities of entities that were merged into it stay; undo the merge to take them away.';

/**
 * Adds an entity, or changes one, in one transaction; saving what is there already writes nothing.
 * @throws NotAllowed, NotFound, InputInvalid, EntityConflict, AuthorityTaken
 */
export async function saveEntity(store: Store, principal: Principal, saving: EntitySaving): Promise<Saved> {
  const agentId = requireRole(principal, 'EDITOR');
  const { id, slug, changes } = saving;
  if (slug !== null && !isSlug(slug))
    throw new InputInvalid(
      'A slug is lower-case letters a to z and digits, in groups joined by single hyphens, at most 100 characters, such as joseph-stalin.',
    );
  const fresh = id === null ? newContent(changes) : null;
  return await retryOnConflict(() =>
    store.prisma.$transaction(async (transaction) => {
      await lockRegistry(transaction);
      const before = id === null ? null : await readCurrent(transaction, id, saving.version);
      const content = fresh ?? changedContent(found(before), changes);
      await refuseTaken(transaction, before, content);
      const newSlug = await slugFor(transaction, slug, before, content);
      const entityId = await write(transaction, agentId, before, { slug: newSlug, content });
      const entity = found((await readEntities(transaction, [entityId])).get(entityId));
      const warnings = await warningsOf(transaction, entityId, content);
      if (before !== null && leavesOutInherited(before, changes)) warnings.push(STAYS);
      return { entity, created: before === null, warnings };
    }),
  );
}

async function readCurrent(statements: Client, id: string, version: number | null): Promise<StoredEntity> {
  const current = await readStored(statements, id);
  if (current === null)
    throw new NotFound('There is no entity with this id; `entities` finds those that there are.');
  if (version === null)
    throw new InputInvalid('The version of the entity is missing; give the one that the change is made on.');
  if (current.entity.version !== version) throw new EntityConflict(current.entity);
  return current;
}

/** @throws AuthorityTaken */
async function refuseTaken(
  statements: Client,
  before: StoredEntity | null,
  { authorities }: EntityContent,
): Promise<void> {
  const holders = await findHolders(statements, authorities);
  for (const authority of authorities) {
    const holder = holders.get(authorityKey(authority));
    if (holder === undefined || holder === before?.entity.id) continue;
    throw new AuthorityTaken(authority, found((await readEntities(statements, [holder])).get(holder)));
  }
}

async function slugFor(
  statements: Client,
  slug: string | null,
  before: StoredEntity | null,
  { names }: EntityContent,
): Promise<string> {
  if (slug === null)
    return before?.entity.slug ?? found((await freeSlugs(statements, [slugOfName(names[0]?.text ?? '')]))[0]);
  if (slug === before?.entity.slug) return slug;
  const holder = await findBySlug(statements, slug);
  if (holder === null) return slug;
  throw new InputInvalid(
    holder.slug === slug
      ? `The slug ${slug} is that of another entity; give another one, or leave it out.`
      : `The slug ${slug} leads to ${holder.slug}, into which an entity of that slug was merged; give another one.`,
  );
}

/** @returns the id of the entity. */
async function write(
  statements: Client,
  agentId: string,
  before: StoredEntity | null,
  after: { slug: string; content: EntityContent },
): Promise<string> {
  if (before !== null) {
    const { slug, id } = before.entity;
    if (
      JSON.stringify([slug, ordered(before.content)]) === JSON.stringify([after.slug, ordered(after.content)])
    )
      return id;
  }
  const id = before?.entity.id ?? null;
  const version = (before?.entity.version ?? 0) + 1;
  const [written] = await writeEntities(statements, agentId, [{ id, version, ...after }]);
  return found(written);
}

/** The content with its parts in one order, to compare it. */
function ordered({ kind, names, description, authorities, startDate, endDate }: EntityContent): unknown[] {
  return [
    kind,
    names.map(({ text, language, kind: nameKind }) => [text, language, nameKind]),
    description,
    authorities.map(authorityKey),
    startDate,
    endDate,
  ];
}

function found<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('The registry lacks what was just there');
  return value;
}
