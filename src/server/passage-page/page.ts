import html from 'html-template-tag';
import type { Context } from '../../../schema/context.ts';
import type { StyleGiven } from './cite.ts';
import { citeSection } from './cite-section.ts';
import { citedSection } from './cited-section.ts';
import { describeReference } from './describe.ts';
import { escaped } from './markup.ts';
import { metadata } from './metadata.ts';
import { passageText } from './passage-text.ts';
import { shell } from './shell.ts';
import { standing } from './standing.ts';
import type { PassageView } from './view.ts';

/**
 * The page of a passage: the words in their blocks, where they stand, and how to cite them. It has no scripts, images or
 * fonts, and escapes whatever texts say.
 * @param fault of the style that was asked for, as a sentence; null where there is none.
 */
export async function page(
  view: PassageView,
  style: StyleGiven,
  fault: string | null,
  context: Context,
): Promise<string> {
  const { document, urn, revision } = view;
  const what = describeReference(urn);
  const text = passageText(view, context.origin);
  const cited = await citedSection(view, style, context);
  const cite = await citeSection(view, style, fault, context);
  return shell({
    title: `${document.title}: ${what.toLowerCase()}, revision ${revision.number}`,
    head: metadata(view),
    body: html`<main>
<header>
$${breadcrumb(view, context.origin)}
<h1 lang="${languageOf(view)}" dir="auto">${document.title}</h1>
<p class="kind">${what} · revision ${String(revision.number)}</p>
</header>
$${text}
$${cited}
$${standing(view)}
$${cite}
</main>`,
  });
}

/** The language of a text as HTML names it: the empty string where it is not known. */
export function languageOf({ document: { language } }: Pick<PassageView, 'document'>): string {
  return language === 'und' ? '' : language;
}

/** The document and the sections that the passage starts in, from the top down. */
function breadcrumb(view: PassageView, origin: string): string {
  const { passage, document, revision } = view;
  const first = passage.revision.units[passage.revision.unitIndexAt(passage.range.start)]?.block;
  const whole = passage.range.start === 0 && passage.range.end === passage.revision.text.length;
  if (whole || first === undefined) return '';
  const sections: { ref: string; heading: string }[] = [];
  for (let block = first.parent; block !== null; block = block.parent)
    if (block.kind === 'SECTION')
      sections.unshift({ ref: block.ref, heading: block.unit?.text ?? block.ref });
  const base = `${origin}/passages/${document.slug}@${revision.number}`;
  return html`<nav aria-label="Where this stands"><ol lang="${languageOf(view)}">
<li><a href="$${escaped(base)}">${document.title}</a></li>
${sections.map(
  ({ ref, heading }) => html`<li><a href="$${escaped(`${base}:${ref}`)}">${heading}</a></li>
`,
)}</ol></nav>`;
}
