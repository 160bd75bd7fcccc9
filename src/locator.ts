import { z } from 'zod';
import { givenWords } from './given-words.ts';
import { InputInvalid } from './problem.ts';
import type { LocatorLabel } from './store/generated/enums.ts';

/** Where in a source, as CSL has it. */
export interface Locator {
  /** Such as `12-15`; null for the whole. */
  locator: string | null;
  /** What the locator counts; null where there is no locator. */
  locatorLabel: LocatorLabel | null;
}

/** Of a locator, in code points. */
export const LOCATOR_LENGTH = 200;

const TELLS = /[\p{L}\p{N}]/u;
/** Control characters, and those that turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** The fields of a locator as somebody gives them; `labelled` goes over both. */
export const locatorFields = {
  locator: z
    .string()
    .trim()
    .min(1, 'The locator is empty; give one such as 12-15, or leave it out.')
    .pipe(givenWords(LOCATOR_LENGTH, 'The locator'))
    .transform((text) => text.replace(/\s+/g, ' '))
    .refine(
      (text) => TELLS.test(text) && !UNSEEN.test(text),
      'The locator has no letter or digit, or a character that does not show; write it as 12-15.',
    )
    .nullable(),
  locatorLabel: z.custom<LocatorLabel>().nullable(),
};

/** A locator counts pages where nothing else is said, as in CSL; a label alone says nothing. */
export function labelled<Given extends Locator>(
  given: Given,
  context: Pick<z.RefinementCtx, 'addIssue'>,
): Given {
  const { locator, locatorLabel } = given;
  if (locator === null && locatorLabel !== null)
    context.addIssue('There is a locatorLabel but no locator; give both, or leave the label out.');
  return { ...given, locatorLabel: locator === null ? null : (locatorLabel ?? 'PAGE') };
}

const locator = z.object(locatorFields).transform(labelled);

/**
 * Checks where in a source something is said to stand.
 * @returns it trimmed and in NFC, with PAGE for a label that was not given.
 * @throws InputInvalid
 */
export function checkLocator(given: Locator): Locator {
  const checked = locator.safeParse(given);
  if (checked.success) return checked.data;
  throw new InputInvalid(checked.error.issues[0]?.message ?? 'The locator is not valid.');
}
