import { InputInvalid } from '../../problem.ts';
import type { EntityKind } from '../../store/generated/enums.ts';
import type { EntityAuthority, EntityContent, EntityName } from '../entity.ts';
import { checkAuthority } from './authorities.ts';
import { checkEntity, type GivenEntity } from './entity-input.ts';
import { authorityKey } from './holders.ts';
import type { StoredEntity } from './stored.ts';

/** What somebody says of an entity; what is left out stays as it is, or is none of a new one. */
export interface EntityChanges {
  kind?: EntityKind;
  name?: string;
  nameLanguage?: string | null;
  names?: EntityName[];
  description?: string | null;
  authorities?: EntityAuthority[];
  startDate?: string | null;
  endDate?: string | null;
}

/** What a new entity is. @throws InputInvalid */
export function newContent(changes: EntityChanges): EntityContent {
  const { kind, name } = changes;
  if (kind === undefined || name === undefined)
    throw new InputInvalid('A new entity needs a kind and a name; give both, or the entity to change.');
  return checkEntity(given(changes, { kind, name }, null));
}

/**
 * What an entity becomes. What it has only because others were merged into it stays theirs, even where a client sends it
 * back with the rest: undoing the merge takes it away again.
 * @throws InputInvalid
 */
export function changedContent({ content, inherited }: StoredEntity, changes: EntityChanges): EntityContent {
  const kind = changes.kind ?? content.kind;
  const name = changes.name ?? content.names[0]?.text ?? '';
  const checked = checkEntity(given(changes, { kind, name }, content));
  const own = new Set([...content.names.map(nameOf), ...checked.names.slice(0, 1).map(nameOf)]);
  const others = new Set(inherited.names.map(nameOf));
  const otherAuthorities = new Set(inherited.authorities.map(authorityKey));
  return {
    ...checked,
    names: checked.names.filter((one) => own.has(nameOf(one)) || !others.has(nameOf(one))),
    authorities: checked.authorities.filter((one) => !otherAuthorities.has(authorityKey(one))),
  };
}

/** Whether lists, valid ones, that replace those of an entity leave out what it has because others were merged into it. */
export function leavesOutInherited(
  { inherited }: StoredEntity,
  { names, authorities }: EntityChanges,
): boolean {
  const givenNames = new Set(names?.map(nameOf));
  const givenAuthorities = new Set(authorities?.map((one) => authorityKey(checkAuthority(one))));
  return (
    (names !== undefined && inherited.names.some((one) => !givenNames.has(nameOf(one)))) ||
    (authorities !== undefined &&
      inherited.authorities.some((one) => !givenAuthorities.has(authorityKey(one))))
  );
}

function given(
  changes: EntityChanges,
  { kind, name }: { kind: EntityKind; name: string },
  before: EntityContent | null,
): GivenEntity {
  const { nameLanguage, names, description, authorities, startDate, endDate } = changes;
  const [preferred, ...others] = before?.names ?? [];
  return {
    kind,
    name: { text: name, language: nameLanguage === undefined ? (preferred?.language ?? null) : nameLanguage },
    names: names ?? others,
    description: description === undefined ? (before?.description ?? null) : description,
    authorities: authorities ?? before?.authorities ?? [],
    startDate: startDate === undefined ? (before?.startDate ?? null) : startDate,
    endDate: endDate === undefined ? (before?.endDate ?? null) : endDate,
  };
}

/** The preferred name of an entity that was merged is shown as a variant. */
function nameOf({ text, language, kind }: EntityName): string {
  return JSON.stringify([text, language, kind === 'PREFERRED' ? 'VARIANT' : kind]);
}
