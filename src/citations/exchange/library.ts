import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { z } from 'zod';

/** What the library reads a record to: variables of CSL with their values. */
export type LibraryItem = Record<string, unknown>;

/** An entry of BibTeX as its syntax has it: names in lower case, values in LaTeX, strings put in. */
export interface BibtexEntry {
  type: string;
  label: string;
  properties: Record<string, string>;
}

const itemsShape = z.array(z.record(z.string(), z.unknown())).min(1);
const entriesShape = z.array(
  z.object({
    type: z.string(),
    label: z.string(),
    properties: z.record(z.string(), z.union([z.string(), z.number()]).transform(String)),
  }),
);
const writtenBibtexShape = z.array(z.object({ type: z.string() })).min(1);
const writtenRisShape = z.array(z.object({ TY: z.string() })).min(1);

// Each is named the very type that it is given. To be left to guess one, the library would take texts for addresses and
// fetch them.

/** @throws Error for what is not BibTeX. */
export function bibtexEntries(text: string): BibtexEntry[] {
  return entriesShape.parse(plugins.input.data(text, '@biblatex/text'));
}

/** @throws Error where a value is not LaTeX. */
export function bibtexItem(entry: BibtexEntry): LibraryItem {
  return firstOf(plugins.input.data(entry, '@biblatex/entry+object'));
}

/** @param record its tags, each with its value or values. */
export function risItem(record: Readonly<Record<string, string | string[]>>): LibraryItem {
  return itemsShape.parse([plugins.input.data(record, '@ris/record')])[0] ?? {};
}

/** The type of entry as which the library writes a type of CSL. */
export function bibtexTypeOf(cslType: string): string {
  const written = plugins.output.format('biblatex', [{ id: 'x', type: cslType }], { format: 'object' });
  return writtenBibtexShape.parse(written)[0]?.type ?? 'misc';
}

/** The type of record as which the library writes a type of CSL; it has none for some. */
export function risTypeOf(cslType: string): string {
  const written = plugins.output.format('ris', [{ id: 'x', type: cslType }], { format: 'object' });
  return writtenRisShape.safeParse(written).data?.[0]?.TY ?? 'GEN';
}

function firstOf(items: unknown): LibraryItem {
  return itemsShape.parse(items)[0] ?? {};
}
