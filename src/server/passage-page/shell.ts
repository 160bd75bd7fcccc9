import html from 'html-template-tag';
import { citationCredit } from '../../citations/styles/credit.ts';
import { escaped } from './markup.ts';
import { styleSheet } from './style-sheet.ts';

/** A whole page. @param head and body are HTML; the title is text. */
export function shell({ title, head, body }: { title: string; head: string; body: string }): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
$${head}
<style>$${styleSheet}</style>
</head>
<body>
$${body}
<footer>Scholion · <a href="$${escaped(citationCredit.url)}">${citationCredit.text}</a></footer>
</body>
</html>
`;
}
