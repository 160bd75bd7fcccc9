import html from 'html-template-tag';
import { shell } from './shell.ts';

/** Why there is no page. */
export interface Refusal {
  status: number;
  code: string;
  /** One sentence that says what to do. */
  message: string;
}

const HEADINGS: Record<number, string> = {
  400: 'This reference cannot be read',
  404: 'There is nothing at this reference',
  405: 'This address can only be read',
};

/** Ways to write a reference, and what each points at. */
const forms: [string, string][] = [
  ['secret-speech@1', 'the whole of revision 1'],
  ['secret-speech@1:5.2', 'a block in it'],
  ['secret-speech@1:5.2@17-42', 'words in that block, by code points'],
  ['secret-speech@1:5.2-5.4', 'several blocks'],
  ['secret-speech@1:5.2@17-5.4@3', 'words over several blocks'],
  ['secret-speech:5.2', 'a block in the latest revision'],
];

export function refusalAsJson({ code, message }: Refusal): string {
  return JSON.stringify({ error: { code, message } });
}

export function refusalPage({ status, message }: Refusal): string {
  const heading = HEADINGS[status] ?? 'This page cannot be shown at the moment';
  return shell({
    title: heading,
    head: html`<meta name="robots" content="noindex">`,
    body: html`<main>
<h1>${heading}</h1>
<p>${message}</p>
$${status === 400 || status === 404 ? formsOfReferences() : ''}
</main>`,
  });
}

function formsOfReferences(): string {
  return html`<section>
<h2>How references are written</h2>
<ul class="forms">
${forms.map(
  ([form, meaning]) => html`<li><code>${form}</code> – ${meaning}</li>
`,
)}</ul>
</section>`;
}
