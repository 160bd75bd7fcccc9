import type { AnchorRow } from '../src/annotations/read.ts';
import { CITING, type Citation as CitationRow, QUOTED } from '../src/citations/citation.ts';
import type { RevisionText } from '../src/text/revision-text.ts';
import { Agent } from './agent.ts';
import { Anchor, type AnchorModel, TextQuote } from './anchor.ts';
import { contextOf } from './anchor-words.ts';
import { builder } from './builder.ts';
import { styleArguments } from './citation-format.ts';
import type { Context } from './context.ts';
import { FORMATTING_COST } from './cost.ts';
import { Document } from './document.ts';
import { found } from './found.ts';
import { loadNodes } from './load-nodes.ts';
import { LocatorLabel } from './locator.ts';
import { Source, sourceNamed } from './source.ts';
import { when } from './when.ts';

/** A citation as seen from a revision: the one whose blocks were asked for it, or the latest when null. */
export interface CitationModel {
  citation: CitationRow;
  asOf: RevisionText | null;
}

/** An anchor of a citation, with which of both it is. */
export type CitationAnchorRow = AnchorRow & { ordinal: number };

export const Citation = builder.node(builder.objectRef<CitationModel>('Citation'), {
  description:
    'A place in a text that cites a source, and the words that it quotes from there, where it does.',
  id: { resolve: ({ citation }) => citation.id },
  loadMany: (ids, { loaders }) =>
    loadNodes('Citation', ids, async (id) => {
      const citation = await loaders.citation.read(id);
      return citation === null ? null : { citation, asOf: null };
    }),
  fields: (t) => ({
    source: t.field({
      type: Source,
      description: 'What is cited; as it was last, where it was deleted since.',
      resolve: ({ citation }, _args, context) => sourceNamed(citation.sourceId, context),
    }),
    document: t.field({
      type: Document,
      description: 'The document that cites it.',
      resolve: ({ citation }, _args, { loaders }) => when(loaders.document.read(citation.documentId), found),
    }),
    anchor: t.field({
      type: Anchor,
      description: 'The words that cite, and how well that place holds.',
      resolve: async (model, _args, context) => found(await anchorOf(model, CITING, context)),
    }),
    quoted: t.field({
      type: Anchor,
      nullable: true,
      description: 'The words that are quoted from the source; null where none are.',
      resolve: (model, _args, context) => anchorOf(model, QUOTED, context),
    }),
    locator: t.string({
      nullable: true,
      description: 'Where in the source, such as 12-15; null for the whole of it.',
      resolve: ({ citation }) => citation.locator,
    }),
    locatorLabel: t.field({
      type: LocatorLabel,
      nullable: true,
      description: 'What the locator counts; null where there is none.',
      resolve: ({ citation }) => citation.locatorLabel,
    }),
    context: t.field({
      type: TextQuote,
      description:
        'The sentence around the words that cite: what comes before them in `prefix`, what comes after in `suffix`.',
      resolve: async (model, _args, context) => {
        const row = found(await rowOf(model, CITING, context));
        const seen = { row, documentId: model.citation.documentId, asOf: model.asOf };
        const quote = await contextOf(seen, context);
        context.budget.text(quote.prefix.length + quote.exact.length + quote.suffix.length);
        return quote;
      },
    }),
    formatted: t.string({
      description:
        'As the latest text of its document has it in a citation style, with the locator: in brackets, or as a note; numbered and told apart from others as the bibliography is.',
      complexity: FORMATTING_COST,
      args: styleArguments(),
      resolve: async ({ citation }, { style, locale, html }, context) => {
        const formatting = { style, locale, as: html ? ('html' as const) : ('text' as const) };
        const formatted = await context.loaders.citationInStyle.read({ citation, formatting });
        context.budget.text(formatted.length);
        return formatted;
      },
    }),
    creator: t.field({
      type: Agent,
      description: 'Who added it.',
      resolve: ({ citation }, _args, { loaders }) => when(loaders.agent.read(citation.creatorId), found),
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When it was added.',
      resolve: ({ citation }) => citation.createdAt,
    }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'When it was last changed.',
      resolve: ({ citation }) => citation.updatedAt,
    }),
    version: t.int({
      description: 'Send it back with an edit; a stale one is refused with CitationConflict.',
      resolve: ({ citation }) => citation.version,
    }),
    deletedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was deleted; null unless it is.',
      resolve: ({ citation }) => citation.deletedAt,
    }),
  }),
});

async function anchorOf(
  model: CitationModel,
  ordinal: number,
  context: Context,
): Promise<AnchorModel | null> {
  const row = await rowOf(model, ordinal, context);
  if (row === null) return null;
  const { loaders } = context;
  const { documentId } = model.citation;
  const latest = async () =>
    found(
      await loaders.text.read(found(await loaders.revisionByNumber.read({ documentId, number: null })).id),
    );
  return { kind: 'stored', revision: model.asOf ?? (await latest()), row };
}

async function rowOf(
  { citation, asOf }: CitationModel,
  ordinal: number,
  { loaders }: Context,
): Promise<CitationAnchorRow | null> {
  const rows = await loaders.citationAnchors.read({ citationId: citation.id, number: asOf?.number ?? null });
  return rows.find((row) => row.ordinal === ordinal) ?? null;
}
