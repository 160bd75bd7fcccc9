import { toCsl } from '../src/citations/csl/to-csl.ts';
import type { KeyedSource } from '../src/citations/source.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';

export const CitationFormat = builder.enumType('CitationFormat', {
  description: 'How a reference is written.',
  values: {
    TEXT: { description: 'Plain text in a citation style.' },
    HTML: { description: 'HTML in a citation style, safe to put into a page.' },
    BIBTEX: { description: 'BibTeX; style and locale do not matter.' },
    RIS: { description: 'RIS; style and locale do not matter.' },
    CSL_JSON: { description: 'CSL-JSON; style and locale do not matter.' },
  } as const,
});

type Format = typeof CitationFormat.$inferType;

/** The arguments of a field that answers what a citation style makes. */
const inStyle = () =>
  builder.args((t) => ({
    style: t.string({
      required: true,
      defaultValue: 'apa',
      description: 'The citation style: `citationStyles` lists those that there are.',
    }),
    locale: t.field({
      type: 'LanguageTag',
      required: true,
      defaultValue: 'en-US',
      description: 'The language of the words that the style adds, such as "ed." and the names of months.',
    }),
  }));

/** The arguments of a field that answers a formatted reference. */
export const formatArguments = () => ({
  ...inStyle(),
  ...builder.args((t) => ({
    format: t.field({
      type: CitationFormat,
      required: true,
      defaultValue: 'TEXT',
      description: 'How it is written.',
    }),
  })),
});

/** The arguments of a field that answers what only citation styles make. */
export const styleArguments = () => ({
  ...inStyle(),
  ...builder.args((t) => ({
    html: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Whether as HTML, safe to put into a page; plain text otherwise.',
    }),
  })),
});

/** How a reference is to be formatted. */
export interface FormatGiven {
  style: string;
  locale: string;
  format: Format;
}

/** The formats that references are exchanged in. */
export const formatsOfExchange = { BIBTEX: 'bibtex', RIS: 'ris', CSL_JSON: 'csl-json' } as const;

/** Writes a source in a citation style or an exchange format. @throws InputInvalid for an unknown style or locale. */
export async function formatSource(
  { scholion, budget }: Context,
  source: KeyedSource,
  { style, locale, format }: FormatGiven,
): Promise<string> {
  const as = format === 'HTML' ? 'html' : 'text';
  const formatted =
    format === 'TEXT' || format === 'HTML'
      ? (await scholion.styles()).reference(toCsl(source), { style, locale, as })
      : (await exchange()).writeSource(source, formatsOfExchange[format]);
  budget.text(formatted.length);
  return formatted;
}

/** What writes exchange formats, loaded when somebody asks for one first. */
export function exchange() {
  return import('../src/citations/exchange/write.ts');
}
