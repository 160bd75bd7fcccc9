import type { Context } from '../../../schema/context.ts';
import { found } from '../../../schema/found.ts';
import { citableOf, permalinkOf } from '../../../schema/passage-cite.ts';
import { findPassage, latestOf } from '../../../schema/passage-find.ts';
import { keyedSource, sourceNamed } from '../../../schema/source.ts';
import { type Quote, quoteOf } from '../../anchors/quote.ts';
import { textScope } from '../../annotations/scope.ts';
import { sourceAddress } from '../../citations/passages/source-address.ts';
import type { KeyedSource } from '../../citations/source.ts';
import { type Passage, referenceTo } from '../../documents/passages.ts';
import type { Document, Revision } from '../../store/generated/client.ts';

/** All that is told of a passage at its address. */
export interface PassageView {
  passage: Passage;
  urn: string;
  permalink: string;
  document: Document;
  revision: Revision;
  quote: Quote;
  /** Where the words stand in the latest revision; null where they do not stand there any more. */
  latest: { passage: Passage; urn: string; permalink: string } | null;
  /** The page that the document was taken from, at the words; null where that is not known. */
  sourceUrl: string | null;
  /** The passage as a source to cite. */
  source: KeyedSource;
  /** What it cites, in the order of the text, and whether there is more. */
  cited: { sources: KeyedSource[]; more: boolean };
}

/** @throws TextProblem, NotFound as `findPassage`. */
export async function readView(reference: string, context: Context): Promise<PassageView> {
  const passage = await findPassage(reference, context);
  const { range, revision: text } = passage;
  const [document, revision, latest, source] = await Promise.all([
    context.loaders.document.read(text.documentId),
    context.loaders.revision.read(text.id),
    latestOf(passage, context),
    citableOf(passage, context),
  ]);
  const { sourceUrl } = found(document);
  return {
    passage,
    urn: referenceTo(passage),
    permalink: permalinkOf(passage, context),
    document: found(document),
    revision: found(revision),
    quote: quoteOf(text.text, range),
    latest:
      latest === null
        ? null
        : { passage: latest, urn: referenceTo(latest), permalink: permalinkOf(latest, context) },
    sourceUrl: sourceUrl === null ? null : sourceAddress(sourceUrl, passage),
    source,
    cited: await citedIn(passage, context),
  };
}

/** How many citations of a passage are looked at for the sources that it cites. */
const MOST_CITATIONS = 100;

async function citedIn({ revision, range }: Passage, context: Context): Promise<PassageView['cited']> {
  const scope = range.start < range.end ? textScope(revision, range) : null;
  if (scope === null) return { sources: [], more: false };
  const shape = { filter: {}, limit: MOST_CITATIONS + 1, after: null, withLost: false };
  const listed = await context.loaders.citationsInText.read({ scope, shape });
  const ids = new Set(listed.slice(0, MOST_CITATIONS).map(({ sourceId }) => sourceId));
  const sources = await Promise.all(
    [...ids].map(async (id) => keyedSource(await sourceNamed(id, context), context)),
  );
  return { sources, more: listed.length > MOST_CITATIONS };
}
