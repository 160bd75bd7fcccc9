import html from 'html-template-tag';
import { excerpt } from '../../text/excerpt.ts';
import { escaped } from './markup.ts';
import type { PassageView } from './view.ts';

/**
 * What reference managers and search engines read of a page: Highwire Press tags
 * (https://www.zotero.org/support/dev/exposing_metadata) and Dublin Core (https://www.dublincore.org/specifications/dublin-core/dcq-html/).
 */
export function metadata({ document, revision, permalink, urn, quote }: PassageView): string {
  const { title, attribution, language, licence } = document;
  const day = revision.createdAt.toISOString().slice(0, 10);
  const known = language === 'und' ? null : language;
  const tags: [name: string, content: string | null][] = [
    ['description', excerpt(quote.exact, 200)],
    ['citation_title', title],
    ['citation_author', attribution],
    ['citation_publication_date', day.replaceAll('-', '/')],
    ['citation_language', known],
    ['citation_public_url', permalink],
    ['DC.title', title],
    ['DC.creator', attribution],
    ['DC.date', day],
    ['DC.type', 'Text'],
    ['DC.language', known],
    ['DC.rights', licence],
    ['DC.identifier', permalink],
    ['DC.identifier', urn],
  ];
  return html`<link rel="canonical" href="$${escaped(permalink)}">
<link rel="alternate" type="application/json" href="$${escaped(permalink)}">
<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">
${tags.flatMap(([name, content]) =>
  content === null
    ? []
    : [
        html`<meta name="${name}" content="$${escaped(content)}">
`,
      ],
)}`;
}
