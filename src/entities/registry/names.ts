import { z } from 'zod';
import { canonicalLanguage } from '../../documents/import-input.ts';
import { givenWords } from '../../given-words.ts';
import { NameKind } from '../../store/generated/enums.ts';
import type { EntityName } from '../entity.ts';
import { entityLimits } from './limits.ts';

/** A character that shows, unlike white space, control characters and such that join or direct others. */
const SHOWS = /[\p{L}\p{N}\p{P}\p{S}]/u;
const CONTROL = /\p{Cc}/u;

/** Validates a name: white space is collapsed, and something of it must show. */
const name = givenWords(entityLimits.name, 'A name')
  .transform((text) => text.replace(/\s+/g, ' ').trim())
  .refine((text) => SHOWS.test(text), 'A name is empty; write one or leave it out.')
  .refine((text) => !CONTROL.test(text), 'A name has a control character; remove it.');

const language = z
  .string()
  .transform(
    (tag, context) =>
      canonicalLanguage(tag) ??
      context.addIssue(
        'The language of a name is not a BCP 47 tag; give one such as en, ru or pt-BR, or leave it out.',
      ),
  )
  .pipe(z.string())
  .nullable();

/** Validates the preferred name. */
export const preferredName = z.object({ text: name, language });

/** Validates the names besides the preferred one. */
export const otherNames = z
  .array(
    z.object({
      text: name,
      language,
      kind: z
        .enum(NameKind, {
          error: `The kind of a name is none of ${Object.values(NameKind).slice(1).join(', ')}; give one of these.`,
        })
        .refine(
          (kind) => kind !== 'PREFERRED',
          'One name is preferred, and it is given apart; give the others another kind, such as VARIANT.',
        ),
    }),
  )
  .max(entityLimits.names, `There are more than ${entityLimits.names} names; leave some out.`);

/** The names without repetitions, the first of equals staying; a variant that repeats the preferred name is one too. */
export function withoutRepetitions(names: readonly EntityName[]): EntityName[] {
  const keyOf = ({ text, language, kind }: EntityName) =>
    JSON.stringify([text, language, kind === 'PREFERRED' ? 'VARIANT' : kind]);
  const firsts = new Map<string, EntityName>();
  for (const one of names) if (!firsts.has(keyOf(one))) firsts.set(keyOf(one), one);
  return [...firsts.values()];
}
