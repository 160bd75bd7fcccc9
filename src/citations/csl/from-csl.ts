import { z } from 'zod';
import { InputInvalid } from '../../problem.ts';
import { CreatorRole } from '../../store/generated/enums.ts';
import { emptyContent, type SourceContent } from '../source.ts';
import { dateToEdtf } from './date-to-edtf.ts';
import { languageTag } from './language-tag.ts';
import { withoutMarkup } from './markup.ts';
import { namesFromCsl } from './names-from-csl.ts';
import { firstIsbn, firstIssn } from './standard-numbers.ts';
import { type SourcePart, sourceParts, typesByCsl } from './variables.ts';

/** An item as a source, not yet checked as `checkSource` does. */
export interface FromCsl {
  key: string | null;
  content: SourceContent;
  /** The variables that a source cannot hold, or not as they are. */
  dropped: string[];
}

/** What says nothing of the work: how the item is called, and by which schema it is written. */
const ASIDE = new Set(['type', 'id', 'citation-key', 'citation-label', 'system_id', 'schema']);

/** Names that CSL 1.0.2 has no more, or that programs give to its variables. */
const ALIASES = new Map(
  Object.entries({
    event: 'event-title',
    shortTitle: 'title-short',
    journalAbbreviation: 'container-title-short',
    archive_collection: 'collection-title',
    'editor-translator': 'editortranslator',
  }),
);

const itemShape = z.looseObject({ type: z.string() });
const keyShape = z.union([z.string(), z.number()]).transform((key) => String(key).trim() || null);

/**
 * An item of CSL-JSON (https://github.com/citation-style-language/schema) as a source, with what programs write beside the
 * schema: numbers for texts and texts for numbers, lists of one text, names as mere text. The markup of CSL is taken away;
 * an unknown type is a document; what is empty is not known.
 * @throws InputInvalid for what is no item.
 */
export function fromCsl(given: unknown): FromCsl {
  const { data: item } = itemShape.safeParse(given);
  if (item === undefined)
    throw new InputInvalid('It is not an item of CSL-JSON; give an object with a "type", such as "book".');
  const type = typesByCsl.get(item.type);
  const content = emptyContent(type ?? 'DOCUMENT');
  const dropped = type === undefined ? ['type'] : [];
  for (const [name, value] of Object.entries(item)) {
    if (ASIDE.has(name) || value === null || value === undefined || value === '') continue;
    const alias = ALIASES.get(name);
    if (alias !== undefined && item[alias] !== undefined) continue;
    const part = sourceParts.get(alias ?? name);
    if (part === undefined || !take(content, part, value)) dropped.push(name);
  }
  content.creators.sort((one, other) => ROLES.indexOf(one.role) - ROLES.indexOf(other.role));
  const key = keyShape.safeParse(item['citation-key'] ?? item.id).data ?? null;
  return { key, content, dropped };
}

const ROLES = Object.values(CreatorRole);

/** @returns whether all of it was taken. */
function take(content: SourceContent, part: SourcePart, value: unknown): boolean {
  if (part.kind === 'names') {
    const names = namesFromCsl(part.role, value);
    const known = names.filter((name) => name !== null);
    content.creators.push(...known);
    return known.length === names.length;
  }
  if (part.kind === 'date') {
    content[part.field] = dateToEdtf(value);
    return content[part.field] !== null;
  }
  const [first, ...others] = Array.isArray(value) ? value : [value];
  if (typeof first !== 'string' && typeof first !== 'number') return false;
  const text = withoutMarkup(String(first)).trim();
  if (text === '') return others.length === 0;
  const { taken, whole } = textOf(part.field, text);
  content[part.field] = taken;
  return whole && others.length === 0;
}

/** A text in the form that its field has: of several numbers the first that is valid, of a language its tag. */
export function textOf(field: string, text: string): { taken: string | null; whole: boolean } {
  if (field === 'isbn') return firstIsbn(text);
  if (field === 'issn') return firstIssn(text);
  if (field !== 'language') return { taken: text, whole: true };
  const tag = languageTag(text);
  return { taken: tag, whole: tag !== null };
}
