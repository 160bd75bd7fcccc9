import { AuthorityScheme } from '../../store/generated/enums.ts';
import type { EntityAuthority, EntityContent, EntityName } from '../entity.ts';
import { withoutRepetitions } from '../registry/names.ts';

/**
 * An entity of the registry as others see it: with the names and authorities of those that were merged into it. Its
 * authorities are in the order of their schemes and values, so that it is written in the same way every time.
 */
export interface KnownEntity extends EntityContent {
  id: string;
  slug: string;
}

/** An entity of the registry with its own content apart from what it is seen with because others were merged into it. */
export interface RegistryEntry {
  id: string;
  slug: string;
  version: number;
  /** The slugs of those that were merged into it. */
  formerSlugs: string[];
  content: EntityContent;
  inherited: { names: EntityName[]; authorities: EntityAuthority[] };
}

/** An entity as others see it. */
export function asKnown({ id, slug, content, inherited }: RegistryEntry): KnownEntity {
  return {
    id,
    slug,
    ...content,
    names: withoutRepetitions([...content.names, ...inherited.names.map(asVariant)]),
    authorities: [...content.authorities, ...inherited.authorities].sort(inOrder),
  };
}

const SCHEMES = Object.values(AuthorityScheme);

function inOrder(one: EntityAuthority, other: EntityAuthority): number {
  if (one.scheme !== other.scheme) return SCHEMES.indexOf(one.scheme) - SCHEMES.indexOf(other.scheme);
  return one.value < other.value ? -1 : Number(one.value > other.value);
}

/** Whether an authority is among those that are known. */
export function hasAuthority(known: readonly EntityAuthority[], { scheme, value }: EntityAuthority): boolean {
  return known.some((one) => one.scheme === scheme && one.value === value);
}

/** A name as one besides the preferred one. */
export function asVariant(name: EntityName): EntityName {
  return name.kind === 'PREFERRED' ? { ...name, kind: 'VARIANT' } : name;
}
