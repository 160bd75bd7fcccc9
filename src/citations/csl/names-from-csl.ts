import { z } from 'zod';
import type { CreatorRole } from '../../store/generated/enums.ts';
import type { SourceCreator } from '../source.ts';
import { withoutMarkup } from './markup.ts';

const part = z
  .union([z.string(), z.number()])
  .transform((given) => withoutMarkup(String(given)).trim() || null)
  .nullish()
  .transform((given) => given ?? null);

const nameShape = z.object({
  family: part,
  given: part,
  'dropping-particle': part,
  'non-dropping-particle': part,
  suffix: part,
  literal: part,
});

/**
 * The names of a name variable of CSL-JSON. One that has no family name, or is mere text, is a literal.
 * @returns null for those that are no names.
 */
export function namesFromCsl(role: CreatorRole, given: unknown): (SourceCreator | null)[] {
  return (Array.isArray(given) ? given : [given]).map((name) => nameFromCsl(role, name));
}

function nameFromCsl(role: CreatorRole, given: unknown): SourceCreator | null {
  if (typeof given === 'string') return literalName(role, withoutMarkup(given).trim());
  const { data: name } = nameShape.safeParse(given);
  if (name === undefined) return null;
  if (name.family === null) {
    const parts = [name.given, name['dropping-particle'], name['non-dropping-particle'], name.suffix];
    return literalName(role, name.literal ?? parts.filter((one) => one !== null).join(' '));
  }
  return {
    role,
    family: name.family,
    given: name.given,
    droppingParticle: name['dropping-particle'],
    nonDroppingParticle: name['non-dropping-particle'],
    suffix: name.suffix,
    literal: null,
  };
}

/** Whoever has no name in parts; null where there is no name at all. */
export function literalName(role: CreatorRole, literal: string): SourceCreator | null {
  if (literal === '') return null;
  const noPart = null;
  return {
    role,
    family: noPart,
    given: noPart,
    droppingParticle: noPart,
    nonDroppingParticle: noPart,
    suffix: noPart,
    literal,
  };
}
