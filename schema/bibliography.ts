import { toCsl } from '../src/citations/csl/to-csl.ts';
import { citationLimits } from '../src/citations/limits.ts';
import { sourcesCitedIn } from '../src/citations/list-sources.ts';
import type { KeyedSource } from '../src/citations/source.ts';
import type { Source as SourceRow } from '../src/citations/sources/read.ts';
import { builder } from './builder.ts';
import { exchange, type FormatGiven, formatArguments, formatsOfExchange } from './citation-format.ts';
import type { Context } from './context.ts';
import { FORMATTING_COST } from './cost.ts';
import { Document } from './document.ts';
import { found } from './found.ts';
import { keyedSource, Source } from './source.ts';

/** How many sources a bibliography has at most. */
const BIBLIOGRAPHY_LIMIT = citationLimits.bibliography;

interface Entry {
  source: SourceRow;
  label: string | null;
  text: string;
}

interface BibliographyModel {
  entries: Entry[];
  text: string;
  omitted: number;
}

const BibliographyEntry = builder.objectRef<Entry>('BibliographyEntry').implement({
  description: 'A source in a bibliography.',
  fields: (t) => ({
    source: t.expose('source', { type: Source, description: 'The source.' }),
    label: t.exposeString('label', {
      nullable: true,
      description: 'What stands before it in a numbered style, such as [1]; null in others.',
    }),
    text: t.exposeString('text', { description: 'The source, formatted.' }),
  }),
});

const Bibliography = builder.objectRef<BibliographyModel>('Bibliography').implement({
  description:
    'What a document cites, formatted together: sorted, numbered and told apart as the style does.',
  fields: (t) => ({
    entries: t.field({
      type: [BibliographyEntry],
      description: `The sources, ${BIBLIOGRAPHY_LIMIT} at most.`,
      resolve: ({ entries }, _args, { budget }) => budget.list(entries),
    }),
    text: t.string({
      description: 'The whole of it: one source a line, or a file in an exchange format.',
      resolve: ({ text }, _args, { budget }) => {
        budget.text(text.length);
        return text;
      },
    }),
    omitted: t.exposeInt('omitted', {
      description: `How many sources are left out, which the document cites first after ${BIBLIOGRAPHY_LIMIT} others.`,
    }),
  }),
});

builder.prismaObjectFields(Document, (t) => ({
  bibliography: t.field({
    type: Bibliography,
    description: 'The sources that its latest text cites, as a bibliography.',
    complexity: 50 * FORMATTING_COST,
    args: formatArguments(),
    resolve: async ({ id: documentId }, formatting, context) => {
      const { prisma } = context.scholion.store;
      const cited = await sourcesCitedIn(prisma, [documentId], BIBLIOGRAPHY_LIMIT);
      const { sourceIds, omitted } = found(cited.get(documentId));
      await Promise.all([
        context.loaders.source.prefetch(sourceIds),
        context.loaders.sourceCreators.prefetch(sourceIds),
      ]);
      const sources = await Promise.all(
        sourceIds.map(async (id) => found(await context.loaders.source.read(id))),
      );
      return { ...(await format(sources, formatting, context)), omitted };
    },
  }),
}));

async function format(
  sources: readonly SourceRow[],
  { style, locale, format: as }: FormatGiven,
  context: Context,
): Promise<{ entries: Entry[]; text: string }> {
  const keyed = await Promise.all(sources.map((source) => keyedSource(source, context)));
  const byKey = new Map(sources.map((source) => [source.key, source]));
  await context.breathe();
  if (as !== 'TEXT' && as !== 'HTML') return await inExchangeFormat(keyed, as, byKey);
  const formatting = { style, locale, as: as === 'HTML' ? ('html' as const) : ('text' as const) };
  const styles = await context.scholion.styles();
  const entries = styles
    .bibliography(keyed.map(toCsl), formatting)
    .map(({ key, label, formatted }) => ({ source: found(byKey.get(key)), label, text: formatted }));
  const lines = entries.map(({ label, text }) => (label === null ? text : `${label} ${text}`));
  const text = as === 'HTML' ? lines.map((line) => `<p>${line}</p>`).join('\n') : lines.join('\n');
  return { entries, text };
}

async function inExchangeFormat(
  keyed: readonly KeyedSource[],
  as: keyof typeof formatsOfExchange,
  byKey: ReadonlyMap<string, SourceRow>,
): Promise<{ entries: Entry[]; text: string }> {
  const { writeSources } = await exchange();
  const written = formatsOfExchange[as];
  const entries = keyed.map((source) => ({
    source: found(byKey.get(source.key)),
    label: null,
    text: writeSources([source], written),
  }));
  return { entries, text: writeSources(keyed, written) };
}
