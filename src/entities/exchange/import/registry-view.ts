import type { EntityAuthority } from '../../entity.ts';
import { nameKey } from '../../names/name-key.ts';
import type { RegistryEntry } from '../registry-entry.ts';

/** A name by which an entity may be found again: its kind and the key of its preferred name. */
export interface NamedKind {
  kind: string;
  key: string;
}

/** What a batch of rows needs to know of the registry, kept up to date as its rows are taken in. */
export class RegistryView {
  readonly #byId = new Map<string, RegistryEntry>();
  readonly #bySlug = new Map<string, string>();
  readonly #byAuthority = new Map<string, string>();
  /** Oldest first. */
  readonly #byName = new Map<string, string[]>();

  /** @param entities the oldest first. */
  constructor(entities: readonly RegistryEntry[]) {
    for (const entity of entities) this.put(entity);
  }

  /** Takes in an entity, new or as it is after a change. */
  put(entity: RegistryEntry): void {
    if (!this.#byId.has(entity.id)) this.#addName(entity);
    this.#byId.set(entity.id, entity);
    for (const slug of [entity.slug, ...entity.formerSlugs]) this.#bySlug.set(slug, entity.id);
    for (const authority of [...entity.content.authorities, ...entity.inherited.authorities])
      this.#byAuthority.set(keyOfAuthority(authority), entity.id);
  }

  withSlug(slug: string): RegistryEntry | null {
    return this.#get(this.#bySlug.get(slug));
  }

  withAuthority(authority: EntityAuthority): RegistryEntry | null {
    return this.#get(this.#byAuthority.get(keyOfAuthority(authority)));
  }

  /** Those of a kind with this preferred name, the oldest first. */
  named(named: NamedKind): RegistryEntry[] {
    return (this.#byName.get(keyOfName(named)) ?? []).flatMap((id) => this.#get(id) ?? []);
  }

  #get(id: string | undefined): RegistryEntry | null {
    return (id === undefined ? undefined : this.#byId.get(id)) ?? null;
  }

  #addName(entity: RegistryEntry): void {
    const key = keyOfName(namedKindOf(entity.content));
    const ids = this.#byName.get(key);
    if (ids === undefined) this.#byName.set(key, [entity.id]);
    else ids.push(entity.id);
  }
}

/** By which kind and name an entity is found again. */
export function namedKindOf({ kind, names }: RegistryEntry['content']): NamedKind {
  return { kind, key: nameKey(names[0]?.text ?? '') };
}

function keyOfAuthority({ scheme, value }: EntityAuthority): string {
  return `${scheme}:${value}`;
}

function keyOfName({ kind, key }: NamedKind): string {
  return `${kind}:${key}`;
}
