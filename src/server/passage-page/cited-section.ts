import html from 'html-template-tag';
import { formatSource } from '../../../schema/citation-format.ts';
import type { Context } from '../../../schema/context.ts';
import type { StyleGiven } from './cite.ts';
import type { PassageView } from './view.ts';

/** The sources that a passage cites, formatted; nothing where it cites none. */
export async function citedSection(
  { cited: { sources, more } }: PassageView,
  { style, locale }: StyleGiven,
  context: Context,
): Promise<string> {
  if (sources.length === 0) return '';
  const items: string[] = [];
  for (const source of sources) {
    await context.breathe();
    const formatted = await formatSource(context, source, { style, locale, format: 'HTML' });
    items.push(html`<li lang="${locale}">$${formatted}</li>
`);
  }
  return html`<section aria-label="What it cites">
<h2>What it cites</h2>
<ul class="cited">
${items}</ul>
$${more ? html`<p class="note">There is more that it cites.</p>` : ''}</section>`;
}
