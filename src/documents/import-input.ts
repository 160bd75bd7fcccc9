import { z } from 'zod';
import { InputInvalid } from '../problem.ts';
import type { Format } from '../readers/index.ts';
import { isSlug } from '../text/slug.ts';
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

const codePoints = (limit: number, name: string) =>
  z
    .string()
    .trim()
    .min(1, `The ${name} is empty; give one or leave it out.`)
    .refine(
      (text) => [...text].length <= limit,
      `The ${name} is longer than ${limit} characters; shorten it.`,
    )
    .refine(
      isStorable,
      `The ${name} has a character that cannot be stored; remove NUL and halves of surrogate pairs.`,
    )
    .nullish();

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

const importInput = z.object({
  slug: z
    .string()
    .refine(
      isSlug,
      'A slug is lower-case letters a to z and digits, in groups joined by single hyphens, at most 100 characters, such as secret-speech.',
    ),
  title: codePoints(documentLimits.description, 'title'),
  licence: codePoints(documentLimits.description, 'licence'),
  attribution: codePoints(documentLimits.description, 'attribution'),
  note: codePoints(documentLimits.note, 'note'),
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
    .refine(
      (url) => isWebUrl(url) && isStorable(url),
      'The source is not a web address; give a URL that starts with http:// or https://.',
    )
    .refine(
      (url) => url.length <= documentLimits.url,
      `The source is longer than ${documentLimits.url} characters; give a shorter URL.`,
    )
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
  const checked = importInput.safeParse(input);
  if (!checked.success) throw new InputInvalid(checked.error.issues[0]?.message ?? 'The input is not valid.');
  return { ...input, ...checked.data, language: checked.data.language ?? null };
}

/** The canonical form of a BCP 47 tag, or null. */
export function canonicalLanguage(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** Whether a text is a URL that a browser can be sent to. */
export function isWebUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
