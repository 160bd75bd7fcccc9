import { z } from 'zod';
import { givenWords } from '../../given-words.ts';
import { InputInvalid } from '../../problem.ts';
import { AuthorityScheme, EntityKind } from '../../store/generated/enums.ts';
import type { EntityAuthority, EntityContent, EntityName } from '../entity.ts';
import { checkAuthority } from './authorities.ts';
import { checkDate, checkOrder } from './dates.ts';
import { entityLimits as limits } from './limits.ts';
import { otherNames, preferredName, withoutRepetitions } from './names.ts';

/** An entity as somebody gives it. Kinds and schemes are checked too, so what a file says may be cast. */
export interface GivenEntity {
  kind: EntityKind;
  /** The preferred name. */
  name: { text: string; language: string | null };
  /** The others. */
  names: EntityName[];
  description: string | null;
  /** As `checkAuthority` takes them. */
  authorities: EntityAuthority[];
  /** EDTF. */
  startDate: string | null;
  endDate: string | null;
}

/** What is to be stored of an entity; `checkEntity` makes it. */
export type CheckedEntity = EntityContent;

const entity = z.object({
  kind: z.enum(EntityKind, {
    error: `The kind of an entity is none of ${Object.values(EntityKind).join(', ')}; give one of these.`,
  }),
  name: preferredName,
  names: otherNames,
  description: givenWords(limits.description, 'The description')
    .transform((text) => text.trim())
    .refine((text) => text !== '', 'The description is empty; write one or leave it out.')
    .nullable(),
  authorities: z
    .array(
      z.object({
        scheme: z.enum(AuthorityScheme, {
          error: `The scheme of an authority is none of ${Object.values(AuthorityScheme).join(', ')}; give one of these.`,
        }),
        value: z.string(),
      }),
    )
    .max(limits.authorities, `There are more than ${limits.authorities} authorities; leave some out.`),
  startDate: z.string().nullable(),
  endDate: z.string().nullable(),
});

/**
 * Checks all that an entity says by itself; whether others have its authorities is for the store to tell.
 * @returns it in the form in which it is stored: words in NFC, authorities as their files write them, nothing twice.
 * @throws InputInvalid for the first fault.
 */
export function checkEntity(given: GivenEntity): CheckedEntity {
  const checked = entity.safeParse(given);
  if (!checked.success)
    throw new InputInvalid(checked.error.issues[0]?.message ?? 'The entity is not valid.');
  const { kind, name, names, description, authorities } = checked.data;
  const startDate = given.startDate === null ? null : checkDate(given.startDate);
  const endDate = given.endDate === null ? null : checkDate(given.endDate);
  checkOrder(startDate, endDate);
  const numbers = authorities.map(checkAuthority);
  return {
    kind,
    names: withoutRepetitions([{ ...name, kind: 'PREFERRED' }, ...names]),
    description,
    authorities: [...new Map(numbers.map((number) => [`${number.scheme}:${number.value}`, number])).values()],
    startDate,
    endDate,
  };
}
