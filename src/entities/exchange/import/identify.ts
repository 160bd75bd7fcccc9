import { InputInvalid } from '../../../problem.ts';
import type { EntityAuthority, EntityContent } from '../../entity.ts';
import { nameKey } from '../../names/name-key.ts';
import { asKnown, hasAuthority, type RegistryEntry } from '../registry-entry.ts';
import { namedKindOf, type RegistryView } from './registry-view.ts';

/** A row whose content has been checked. */
export interface CheckedRow {
  slug: string | null;
  content: EntityContent;
}

/**
 * Which entity a row tells of: the one that has its slug or one of its authorities; where it gives no slug, otherwise the
 * oldest one of its kind and preferred name that no authority speaks against; null where it tells of a new one.
 * @throws InputInvalid where what the row says does not go together.
 */
export function identify(view: RegistryView, row: CheckedRow): RegistryEntry | null {
  const bySlug = row.slug === null ? null : view.withSlug(row.slug);
  const byAuthority = new Set(row.content.authorities.flatMap((one) => view.withAuthority(one) ?? []));
  const found = requireOne(bySlug, byAuthority) ?? byName(view, row);
  if (found === null) return null;
  if (row.slug !== null && bySlug === null && !haveNameInCommon(found, row.content))
    throw new InputInvalid(
      `There is ${found.slug} with ${sharedAuthority(found, row.content)} already, and with none of its names; correct that id, or give the slug ${found.slug} if it is the same.`,
    );
  if (found.content.kind !== row.content.kind)
    throw new InputInvalid(
      `${found.slug} is there as ${found.content.kind}, and this says ${row.content.kind}; correct the kind, or what makes it ${found.slug}.`,
    );
  const other = contradiction(found, row.content);
  if (other !== null)
    throw new InputInvalid(
      `${found.slug} is there with the ${other.scheme} id ${other.value}; correct the one of the row, or give it a slug of its own.`,
    );
  return found;
}

function requireOne(bySlug: RegistryEntry | null, byAuthority: Set<RegistryEntry>): RegistryEntry | null {
  const [first = null, second] = new Set([...(bySlug === null ? [] : [bySlug]), ...byAuthority]);
  if (first === null) return null;
  if (second !== undefined) {
    const what = bySlug === null ? 'Its authorities' : 'Its slug and authorities';
    throw new InputInvalid(
      `${what} belong to different entities, ${first.slug} and ${second.slug}; correct the row, or merge those two first.`,
    );
  }
  return first;
}

function byName(view: RegistryView, { slug, content }: CheckedRow): RegistryEntry | null {
  if (slug !== null) return null;
  const named = view.named(namedKindOf(content));
  return named.find((entity) => contradiction(entity, content) === null) ?? null;
}

/** Whether an entity is known by a name that a row gives, in whatever capitals and accents. */
export function haveNameInCommon(entity: RegistryEntry, { names }: EntityContent): boolean {
  const keys = new Set(asKnown(entity).names.map(({ text }) => nameKey(text)));
  return names.some(({ text }) => keys.has(nameKey(text)));
}

/** An authority that an entity has and a row gives, in words; null where there is none. */
export function sharedAuthority(entity: RegistryEntry, given: EntityContent): string | null {
  const shared = given.authorities.find((one) => hasAuthority(asKnown(entity).authorities, one));
  return shared === undefined ? null : `its ${shared.scheme} id ${shared.value}`;
}

/** An authority of an entity that differs from the one given of the same scheme; null where they have one in common. */
function contradiction({ content, inherited }: RegistryEntry, given: EntityContent): EntityAuthority | null {
  const known = [...content.authorities, ...inherited.authorities];
  if (known.some((one) => hasAuthority(given.authorities, one))) return null;
  return known.find((one) => given.authorities.some(({ scheme }) => scheme === one.scheme)) ?? null;
}
