import html from 'html-template-tag';
import { describeDay, describeReference } from './describe.ts';
import { escaped } from './markup.ts';
import type { PassageView } from './view.ts';

/** What is known of a passage: its address, its revision, where it stands now, and its rights. */
export function standing(view: PassageView): string {
  const { document, revision, urn, permalink, sourceUrl } = view;
  const facts: [string, string][] = [
    ['Reference', html`<code>${urn}</code>`],
    ['Address', link(permalink, permalink)],
    [
      'Revision',
      html`${String(revision.number)}, published <time datetime="$${escaped(revision.createdAt.toISOString())}">${describeDay(revision.createdAt)}</time>`,
    ],
    ['Latest text', latest(view)],
  ];
  if (document.attribution !== null) facts.push(['By', html`${document.attribution}`]);
  if (document.licence !== null) facts.push(['Licence', html`${document.licence}`]);
  if (sourceUrl !== null && document.sourceUrl !== null)
    facts.push(['Taken from', link(sourceUrl, document.sourceUrl)]);
  return html`<section aria-label="About this passage">
<h2>About this passage</h2>
<dl class="facts">
${facts.map(
  ([term, description]) => html`<dt>${term}</dt><dd>$${description}</dd>
`,
)}</dl>
</section>`;
}

function latest({ document, latest: there, passage, permalink, urn }: PassageView): string {
  const { latestRevision } = document;
  if (passage.revision.number === latestRevision) return 'This is the latest revision.';
  const address = permalink.slice(0, permalink.lastIndexOf('/') + 1);
  const newest = link(`${address}${document.slug}@${latestRevision}`, `revision ${latestRevision}`);
  if (passage.block === null && urn === `${document.slug}@${passage.revision.number}`)
    return html`The latest is $${newest}.`;
  if (there === null)
    return html`The words do not stand in $${newest} any more as they are here; they stay here as they were.`;
  const moved = describeReference(there.urn) !== describeReference(urn);
  const where = moved ? describeReference(there.urn).toLowerCase() : 'in the same block';
  return html`The very words stand in revision ${String(latestRevision)} too: $${link(there.permalink, where)}.`;
}

function link(url: string, text: string): string {
  return html`<a href="$${escaped(url)}">${text}</a>`;
}
