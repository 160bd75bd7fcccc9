import html from 'html-template-tag';
import { isRightToLeft } from '../../text/direction.ts';
import type { RevisionBlock } from '../../text/revision-text.ts';
import { escaped } from './markup.ts';
import { SHOWN_LIMIT, type ShownUnit, shownUnits } from './shown-units.ts';
import type { PassageView } from './view.ts';

/** As deep as items are set in; deeper ones stand as these. */
const DEEPEST = 4;

/** The words of a passage in their blocks, marked, with the number of each block. */
export function passageText({ passage, document }: PassageView, origin: string): string {
  const { units, cut } = shownUnits(passage);
  const shallowest = Math.min(...units.map(({ block }) => itemsAround(block)));
  const base = `${origin}/passages/${document.slug}@${passage.revision.number}`;
  const isWhole = units.every(({ before, after }) => before === '' && after === '');
  const language = document.language === 'und' ? '' : document.language;
  const direction = isRightToLeft(document.language) ? 'rtl' : 'ltr';
  return html`<div class="${isWhole ? 'passage whole' : 'passage'}" lang="${language}" dir="${direction}">
${units.map((unit) => {
  const indent = Math.min(itemsAround(unit.block) - shallowest, DEEPEST);
  const kind = unit.block.kind === 'LIST_ITEM' ? ' item' : '';
  return html`<div class="${`unit d${indent}${kind}`}"><a class="number" href="$${escaped(`${base}:${unit.block.ref}`)}">${unit.block.ref}</a>$${element(unit)}</div>
`;
})}</div>
$${cut ? html`<p class="note">The passage goes on: this page shows its first ${SHOWN_LIMIT.toLocaleString('en')} characters. A program that asks for JSON here gets all of it.</p>` : ''}`;
}

/** How many items of lists a block is in. */
function itemsAround({ parent }: RevisionBlock): number {
  return parent === null ? 0 : itemsAround(parent) + (parent.kind === 'LIST_ITEM' ? 1 : 0);
}

function element(unit: ShownUnit): string {
  const words = marked(unit);
  switch (unit.block.kind) {
    case 'SECTION':
      return html`<h2>$${words}</h2>`;
    case 'PREFORMATTED':
    case 'TABLE':
      return html`<pre>$${words}</pre>`;
    case 'BLOCK_QUOTE':
      return html`<blockquote><p>$${words}</p></blockquote>`;
    default:
      return html`<p>$${words}</p>`;
  }
}

function marked({ before, words, after }: ShownUnit): string {
  const start = before === '' ? '' : html`<span class="around">${before}</span>`;
  const end = after === '' ? '' : html`<span class="around">${after}</span>`;
  return html`$${start}<mark>${words}</mark>$${end}`;
}
