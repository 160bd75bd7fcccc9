import { z } from 'zod';
import { givenWords } from '../given-words.ts';
import { InputInvalid } from '../problem.ts';
import type { Format } from '../readers/index.ts';
import { isSlug } from '../text/slug.ts';
import { NO_WEB_URL, webUrl } from '../web-url.ts';
import { documentLimits } from './limits.ts';

/** A text to be published under a slug, and what is known of it. What is left out stays as it is. */
export interface ImportInput {
  slug: string;
  format: Format;
  source: string;
  /** Where the source names a title of its own, this one wins. */
  title?: string | null;
  /** A BCP 47 tag; `und` for a new document whose language is not given. */
  language?: string | null;
  licence?: string | null;
  attribution?: string | null;
  sourceUrl?: string | null;
  /** What changed, for readers of the list of revisions. */
  note?: string | null;
}

const words = (limit: number, name: string) =>
  givenWords(limit, `The ${name}`)
    .transform((text) => text.trim())
    .refine((text) => text !== '', `The ${name} is empty; give one or leave it out.`)
    .nullish();

const importInput = z.object({
  slug: z
    .string()
    .refine(
      isSlug,
      'A slug is lower-case letters a to z and digits, in groups joined by single hyphens, at most 100 characters, such as secret-speech.',
    ),
  title: words(documentLimits.description, 'title'),
  licence: words(documentLimits.description, 'licence'),
  attribution: words(documentLimits.description, 'attribution'),
  note: words(documentLimits.note, 'note'),
  language: z
    .string()
    .transform(
      (tag, context) =>
        canonicalLanguage(tag) ??
        context.addIssue(
          `"${tag.slice(0, 40)}" is not a language tag; give a BCP 47 tag such as en, ru or pt-BR.`,
        ),
    )
    .nullish(),
  sourceUrl: z
    .string()
    .transform((url, context) => webUrl(url) ?? context.addIssue(`The source ${NO_WEB_URL}.`))
    .pipe(z.string())
    .nullish(),
  source: z
    .string()
    .refine(
      (source) => Buffer.byteLength(source) <= documentLimits.sourceBytes,
      `The text is longer than ${documentLimits.sourceBytes / 1024 / 1024} MiB; publish it as several documents.`,
    ),
});

/**
 * Checks everything but the text itself.
 * @throws InputInvalid
 */
export function checkImportInput(input: ImportInput): ImportInput {
  const checked = parse(importInput, input);
  return { ...input, ...checked, language: checked.language ?? null };
}

const revisionInput = importInput.pick({ source: true, note: true });

/** Checks the source of a new revision and its note, which it answers as it is stored. @throws InputInvalid */
export function checkRevisionInput(input: { source: string; note: string | null }): {
  source: string;
  note: string | null;
} {
  const { source, note } = parse(revisionInput, input);
  return { source, note: note ?? null };
}

function parse<Output>(schema: z.ZodType<Output>, given: unknown): Output {
  const checked = schema.safeParse(given);
  if (checked.success) return checked.data;
  throw new InputInvalid(checked.error.issues[0]?.message ?? 'The input is not valid.');
}

/** The canonical form of a BCP 47 tag whose language has an ISO 639 code, or null: longer words are registered for none. */
export function canonicalLanguage(tag: string): string | null {
  try {
    const canonical = Intl.getCanonicalLocales(tag)[0] ?? null;
    return canonical !== null && /^[a-z]{2,3}(-|$)/.test(canonical) ? canonical : null;
  } catch {
    return null;
  }
}

/**
 * Checks the title that a document gets, whether given or found in its text.
 * @returns it trimmed and normalized; null where there is none.
 * @throws InputInvalid
 */
export function checkTitle(title: string | null): string | null {
  return parse(importInput.shape.title, title) ?? null;
}
