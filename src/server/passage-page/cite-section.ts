import html from 'html-template-tag';
import type { Context } from '../../../schema/context.ts';
import { InputInvalid } from '../../problem.ts';
import { cite, type StyleGiven } from './cite.ts';
import type { PassageView } from './view.ts';

/** How many styles a page shows, those that come with the service first. */
const MOST_STYLES = 12;

/** How to cite a passage: in the style that was asked for, in others, and for reference managers. */
export async function citeSection(
  view: PassageView,
  given: StyleGiven,
  fault: string | null,
  context: Context,
): Promise<string> {
  const { list } = await context.scholion.styles();
  const chosen = list.find(({ name }) => name === given.style.trim().toLowerCase());
  const others = list.filter((style) => style !== chosen).slice(0, MOST_STYLES);
  const inStyle = async (title: string, style: string): Promise<string> => {
    const formatted = await cite(view, { ...given, style }, 'HTML', context);
    return html`<dt>${title}</dt><dd lang="${given.locale}">$${formatted}</dd>
`;
  };
  const first = await inStyle(chosen?.title ?? given.style, given.style);
  const rest: string[] = [];
  for (const { name, title } of others) {
    // A style of one's own may fail on what others format.
    const entry = await inStyle(title, name).catch((error) => {
      if (error instanceof InputInvalid) return '';
      throw error;
    });
    rest.push(entry);
  }
  const files = [
    { title: 'BibTeX', text: await cite(view, given, 'BIBTEX', context) },
    { title: 'RIS', text: await cite(view, given, 'RIS', context) },
    { title: 'CSL-JSON', text: await cite(view, given, 'CSL_JSON', context) },
  ];
  return html`<section aria-label="How to cite">
<h2>How to cite</h2>
$${fault === null ? '' : html`<p class="note" role="status">${fault}</p>`}
<dl class="refs first">$${first}</dl>
<details><summary>In other styles</summary>
<dl class="refs">${rest}</dl>
</details>
${files.map(
  ({ title, text }) => html`<details><summary>${title}</summary>
<pre>${text.trim()}</pre>
</details>
`,
)}</section>`;
}
