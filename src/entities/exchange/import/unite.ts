import type { EntityContent, EntityName } from '../../entity.ts';
import { checkEntity } from '../../registry/entity-input.ts';
import { asKnown, asVariant, hasAuthority, type RegistryEntry } from '../registry-entry.ts';
import { type CheckedRow, haveNameInCommon, sharedAuthority } from './identify.ts';

/** What an entity becomes by what a row adds to it. */
export interface United {
  /** Null where the row adds nothing. */
  content: EntityContent | null;
  /** What the row says otherwise than what is there, which stays. */
  notes: string[];
}

/**
 * Adds to an entity what a row knows besides: names, authorities, and a description and dates where it has none.
 * @throws InputInvalid where all that would be too much, or not go together.
 */
export function unite(entity: RegistryEntry, { slug, content: given }: CheckedRow): United {
  const known = asKnown(entity);
  const names = given.names.filter((name) => !hasName(known.names, name));
  const authorities = given.authorities.filter((one) => !hasAuthority(known.authorities, one));
  const notes: string[] = [];
  if (!haveNameInCommon(entity, given))
    notes.push(
      `${sharedAuthority(entity, given) ?? 'its slug'} is that of ${entity.slug}, which had none of its names; see whether that is right`,
    );
  for (const { scheme, value } of authorities)
    if (known.authorities.some((one) => one.scheme === scheme))
      notes.push(`${entity.slug} has another ${scheme} id than ${value}, and has both now`);
  const fill = (what: string, there: string | null, said: string | null): string | null => {
    if (there !== null && said !== null && there !== said)
      notes.push(`its ${what} is another than that of ${entity.slug}, which stays`);
    return there ?? said;
  };
  const content: EntityContent = {
    ...entity.content,
    names: [...entity.content.names, ...names.map(asVariant)],
    authorities: [...entity.content.authorities, ...authorities],
    description: fill('description', known.description, given.description),
    startDate: fill('start', known.startDate, given.startDate),
    endDate: fill('end', known.endDate, given.endDate),
  };
  if (slug !== null && slug !== entity.slug && !entity.formerSlugs.includes(slug))
    notes.push(`its slug is not taken over, as it is there as ${entity.slug}`);
  return { content: changes(entity.content, content) ? checked(content) : null, notes };
}

/** A name that says less than one that is there adds nothing. */
function hasName(known: readonly EntityName[], { text, language, kind }: EntityName): boolean {
  return known.some(
    (name) =>
      name.text === text &&
      (language === null || name.language === language) &&
      (kind === 'PREFERRED' || kind === 'VARIANT' || name.kind === kind),
  );
}

function changes(before: EntityContent, after: EntityContent): boolean {
  return (
    after.names.length !== before.names.length ||
    after.authorities.length !== before.authorities.length ||
    after.description !== before.description ||
    after.startDate !== before.startDate ||
    after.endDate !== before.endDate
  );
}

function checked(content: EntityContent): EntityContent {
  const [preferred, ...names] = content.names;
  return checkEntity({
    ...content,
    name: { text: preferred?.text ?? '', language: preferred?.language ?? null },
    names,
  });
}
