import { formatSource } from '../../../schema/citation-format.ts';
import type { Context } from '../../../schema/context.ts';
import { cite, type StyleGiven } from './cite.ts';
import type { PassageView } from './view.ts';

/** What a program gets at the address of a passage. Offsets count code points. @throws InputInvalid */
export async function asJson(view: PassageView, style: StyleGiven, context: Context): Promise<string> {
  const { passage, urn, permalink, document, revision, quote, latest, sourceUrl, cited } = view;
  const { slug, title, language, licence, attribution } = document;
  const { offsets } = passage.revision;
  context.budget.text(quote.exact.length);
  return JSON.stringify({
    urn,
    ref: passage.block?.ref ?? null,
    title,
    document: { slug, title, language, rights: { licence, attribution, sourceUrl: document.sourceUrl } },
    revision: { number: revision.number, createdAt: revision.createdAt.toISOString() },
    text: quote.exact,
    prefix: quote.prefix,
    suffix: quote.suffix,
    range: {
      start: offsets.fromUtf16(passage.range.start, 'CODE_POINT'),
      end: offsets.fromUtf16(passage.range.end, 'CODE_POINT'),
    },
    latest: latest === null ? null : { urn: latest.urn, permalink: latest.permalink },
    permalink,
    sourceUrl,
    cites: await Promise.all(
      cited.sources.map(async (source) => ({
        key: source.key,
        text: await formatSource(context, source, { ...style, format: 'TEXT' }),
      })),
    ),
    citeAs: {
      text: await cite(view, style, 'TEXT', context),
      html: await cite(view, style, 'HTML', context),
      bibtex: await cite(view, style, 'BIBTEX', context),
      ris: await cite(view, style, 'RIS', context),
      cslJson: JSON.parse(await cite(view, style, 'CSL_JSON', context)),
    },
  });
}
