import { z } from 'zod';
import { canonicalLanguage } from '../documents/import-input.ts';
import { givenWords } from '../given-words.ts';
import { labelled, locatorFields } from '../locator.ts';
import { InputInvalid } from '../problem.ts';
import type { Motivation, Visibility } from '../store/generated/enums.ts';
import type { GivenRange } from '../text/range.ts';
import { NO_WEB_URL, webUrl } from '../web-url.ts';
import type { AnnotationContent, Body } from './annotation.ts';
import { annotationLimits as limits } from './limits.ts';

/** A way to say which words are meant. */
export type Selector =
  | { kind: 'range'; range: GivenRange }
  | { kind: 'quote'; exact: string; prefix?: string; suffix?: string; near?: GivenRange }
  | { kind: 'block'; ref: string; range?: GivenRange }
  | { kind: 'passage'; reference: string };

export interface NewAnnotation {
  /** The document's id in the store. */
  documentId: string;
  /** The number of the revision that the selectors speak of; null for the latest. */
  revision: number | null;
  targets: Selector[];
  motivation: Motivation;
  bodies: Body[];
  tags: string[];
  visibility: Visibility;
  replyToId: string | null;
  idempotencyKey: string | null;
}

const body = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('TEXTUAL'),
    text: givenWords(limits.bodyText, 'A body').refine(
      (text) => text.trim() !== '',
      'A textual body is empty; write something in it or leave the body out.',
    ),
    format: z.enum(['PLAIN', 'MARKDOWN']),
    language: z
      .string()
      .refine(
        (tag) => canonicalLanguage(tag) !== null,
        'The language of a body is not a BCP 47 tag; give one such as en, ru or pt-BR.',
      )
      .nullable(),
    purpose: z.custom<Motivation>().nullable(),
  }),
  z.object({
    kind: z.literal('LINK'),
    url: z
      .string()
      .transform((url, context) => webUrl(url) ?? context.addIssue(`A link ${NO_WEB_URL}.`))
      .pipe(z.string()),
    purpose: z.custom<Motivation>().nullable(),
  }),
  z.object({
    kind: z.literal('ENTITY'),
    entityId: z.string(),
    purpose: z.custom<Motivation>().nullable(),
  }),
  z
    .object({
      kind: z.literal('SOURCE'),
      sourceId: z.string(),
      ...locatorFields,
      purpose: z.custom<Motivation>().nullable(),
    })
    .transform(labelled),
]);

const tags = z
  .array(
    givenWords(limits.tag, 'A tag')
      .transform((tag) => tag.trim())
      .refine((tag) => tag !== '', 'A tag is empty; leave it out.'),
  )
  .max(limits.tags, `There are more than ${limits.tags} tags; leave some out.`)
  .transform((all) => [...new Set(all)]);

const content = z.object({
  motivation: z.custom<Motivation>(),
  bodies: z.array(body).max(limits.bodies, `There are more than ${limits.bodies} bodies; leave some out.`),
  tags,
  visibility: z.custom<Visibility>(),
});

/**
 * Checks what an annotation says.
 * @returns it with tags trimmed, in NFC and without repetitions.
 * @throws InputInvalid
 */
export function checkContent(given: AnnotationContent): AnnotationContent {
  return parse(content, given);
}

/** What a client may give as the key of a request. */
export const idempotencyKey = givenWords(limits.idempotencyKey, 'The idempotencyKey')
  .refine((key) => key !== '', 'The idempotencyKey is empty; give one or leave it out.')
  .nullable();

const framing = z.object({
  targets: z
    .array(z.unknown())
    .max(limits.targets, `There are more than ${limits.targets} targets; make several annotations of them.`),
  idempotencyKey,
});

/** @throws InputInvalid */
export function checkNewAnnotation(given: NewAnnotation): NewAnnotation {
  parse(framing, given);
  return { ...given, ...checkContent(given) };
}

/** @throws InputInvalid */
export function parse<Output>(schema: z.ZodType<Output>, given: unknown): Output {
  const checked = schema.safeParse(given);
  if (checked.success) return checked.data;
  throw new InputInvalid(checked.error.issues[0]?.message ?? 'The input is not valid.');
}
