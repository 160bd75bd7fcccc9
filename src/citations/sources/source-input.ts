import { z } from 'zod';
import { canonicalLanguage } from '../../documents/import-input.ts';
import { givenWords } from '../../given-words.ts';
import { InputInvalid } from '../../problem.ts';
import { SourceType } from '../../store/generated/enums.ts';
import { excerpt } from '../../text/excerpt.ts';
import { NO_WEB_URL, webUrl } from '../../web-url.ts';
import { emptyContent, type SourceContent, type SourceTextField } from '../source.ts';
import { creatorsInput } from './creator-input.ts';
import { checkSourceDate } from './dates.ts';
import { checkDoi } from './doi.ts';
import { dateFields, textFields } from './fields.ts';
import { checkIsbn } from './isbn.ts';
import { checkIssn } from './issn.ts';
import { sourceLimits as limits } from './limits.ts';
import { checkPmcid, checkPmid } from './pubmed.ts';
import { lines, oneLine } from './text-input.ts';

const TITLES: ReadonlySet<SourceTextField> = new Set<SourceTextField>([
  'title',
  'titleShort',
  'container',
  'containerShort',
  'collection',
  'originalTitle',
  'event',
]);
/** What may have lines and paragraphs. */
const LONG: ReadonlySet<SourceTextField> = new Set<SourceTextField>(['abstract', 'note']);

/** Fields with a form of their own: each is brought into it. @throws InputInvalid */
const forms: Partial<Record<SourceTextField, (given: string) => string>> = {
  doi: checkDoi,
  isbn: checkIsbn,
  issn: checkIssn,
  pmid: checkPmid,
  pmcid: checkPmcid,
  url: (given) => {
    const url = webUrl(given.trim());
    if (url === null) throw new InputInvalid(`"${excerpt(given)}" ${NO_WEB_URL}.`);
    return url;
  },
  language: (given) => {
    const tag = canonicalLanguage(given.trim());
    if (tag === null)
      throw new InputInvalid(
        `"${excerpt(given)}" is not a language tag; give a BCP 47 tag such as en, ru or pt-BR.`,
      );
    return tag;
  },
};

const head = z.object({
  type: z.enum(SourceType, {
    error: `The type of a source is none of ${Object.values(SourceType).join(', ')}; give one of these.`,
  }),
  creators: creatorsInput,
});

const texts = new Map(textFields.map((field) => [field, textInput(field)]));

/**
 * Checks what is said of a source, each field by itself, so that what two sources say that are valid is valid together.
 * @returns it in the form in which it is stored: words trimmed and in NFC, on one line but for abstract and note; numbers,
 * tags and URLs in their one form.
 * @throws InputInvalid for the first fault.
 */
export function checkSource(given: SourceContent): SourceContent {
  const { type, creators } = parse(head, given);
  const content = emptyContent(type);
  for (const [field, input] of texts) content[field] = parse(input, given[field]);
  for (const field of dateFields) {
    const date = given[field];
    content[field] = date === null ? null : checkSourceDate(date);
  }
  content.creators = creators;
  return content;
}

function textInput(field: SourceTextField): z.ZodType<string | null> {
  const name = `The ${field}`;
  const form = forms[field];
  if (form !== undefined) return z.string().transform(form).nullable();
  if (LONG.has(field)) return lines(givenWords(limits.note, name), name).nullable();
  const limit = TITLES.has(field) ? limits.title : limits.text;
  return oneLine(givenWords(limit, name), name).nullable();
}

function parse<Output>(schema: z.ZodType<Output>, given: unknown): Output {
  const checked = schema.safeParse(given);
  if (checked.success) return checked.data;
  throw new InputInvalid(checked.error.issues[0]?.message ?? 'The source is not valid.');
}
