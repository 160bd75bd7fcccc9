import html from 'html-template-tag';

/**
 * A text as it stands in HTML, in an attribute or between tags. The template tag refuses what is put into attributes with
 * addresses unless it is marked as escaped already.
 */
export function escaped(text: string): string {
  return html`${text}`;
}
