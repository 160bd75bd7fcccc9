import { passageItem } from '../src/citations/passages/passage-item.ts';
import { sourceAddress } from '../src/citations/passages/source-address.ts';
import type { KeyedSource } from '../src/citations/source.ts';
import { type Passage as PassageModel, referenceTo } from '../src/documents/passages.ts';
import { builder } from './builder.ts';
import { formatArguments, formatSource } from './citation-format.ts';
import type { Context } from './context.ts';
import { FORMATTING_COST } from './cost.ts';
import { found } from './found.ts';
import { Passage } from './passage.ts';

/** The address of a passage's page on this service. */
export function permalinkOf(passage: PassageModel, { origin }: Pick<Context, 'origin'>): string {
  return `${origin}/passages/${referenceTo(passage)}`;
}

/** A passage as a source to cite. */
export async function citableOf(passage: PassageModel, context: Context): Promise<KeyedSource> {
  const { loaders } = context;
  const [document, revision] = await Promise.all([
    loaders.document.read(passage.revision.documentId),
    loaders.revision.read(passage.revision.id),
  ]);
  const { title, attribution, language } = found(document);
  return passageItem({
    reference: referenceTo(passage),
    title,
    attribution,
    language,
    revision: found(revision),
    permalink: permalinkOf(passage, context),
  });
}

builder.objectFields(Passage, (t) => ({
  permalink: t.field({
    type: 'URL',
    description:
      'The address of a page with the words and how to cite them; a program that accepts JSON gets that there.',
    resolve: (passage, _args, context) => permalinkOf(passage, context),
  }),
  sourceUrl: t.field({
    type: 'URL',
    nullable: true,
    description:
      'Where the document was taken from, at the words: browsers scroll there and mark them, if the page still has them. Null where that is not known.',
    resolve: async (passage, _args, { loaders }) => {
      const { sourceUrl } = found(await loaders.document.read(passage.revision.documentId));
      return sourceUrl === null ? null : sourceAddress(sourceUrl, passage);
    },
  }),
  citeAs: t.field({
    type: 'String',
    complexity: { field: FORMATTING_COST },
    description: 'The passage as a reference in a bibliography: a page of this service that stays as it is.',
    args: formatArguments(),
    resolve: async (passage, given, context) => {
      const source = await citableOf(passage, context);
      await context.breathe();
      return formatSource(context, source, given);
    },
  }),
}));
