import { createHash } from 'node:crypto';

/** How the pages look: one column of text, in the colours that the reader's system prefers, and in black on paper. */
export const styleSheet = `
:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --ink: #22201c; --soft: #6b665d; --line: #e2ded4; --mark: #fbe9a3; --link: #7a2e1d; --panel: #f5f2ea;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, "Book Antiqua", Georgia, "Noto Serif", serif;
  --sans: system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #1a1917; --ink: #e6e1d6; --soft: #9e978a; --line: #3a3731; --mark: #574812; --link: #e3a48f; --panel: #23211e; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 35rem; padding: 3rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 var(--serif); font-kerning: normal; overflow-wrap: break-word;
}
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 0.18em; text-decoration-color: color-mix(in srgb, currentColor 45%, transparent); }
a:hover { text-decoration-color: currentColor; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 3px; border-radius: 2px; }
nav, .facts, .refs, footer, summary, .kind { font-family: var(--sans); }
nav ol { list-style: none; margin: 0 0 1.1rem; padding: 0; font-size: 0.8125rem; line-height: 1.5; color: var(--soft); }
nav li { display: inline; }
nav li + li::before { content: "\\203A"; margin: 0 0.45em 0 0.2em; }
nav a { color: inherit; }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.25; font-weight: 600; text-wrap: balance; }
.kind { margin: 0.4rem 0 0; font-size: 0.875rem; color: var(--soft); }
.passage { margin: 2.25rem 0 2.5rem; }
.unit { position: relative; margin: 0 0 0.9em; }
.unit p, .unit pre, .unit blockquote, .unit h2 { margin: 0; }
.unit h2 { font-size: 1.2rem; line-height: 1.35; font-weight: 600; margin-block: 1.4em 0.2em; }
.unit:first-child h2 { margin-block-start: 0; }
.unit pre { font: 0.875rem/1.55 var(--mono); white-space: pre-wrap; }
.unit blockquote { padding-inline-start: 1.1em; border-inline-start: 2px solid var(--line); }
.item > p { padding-inline-start: 1.1em; }
.item p::before { content: "\\2022"; position: absolute; margin-inline-start: -1.1em; color: var(--soft); }
.around { color: var(--soft); }
mark { background: var(--mark); color: inherit; padding: 0.12em 0; -webkit-box-decoration-break: clone; box-decoration-break: clone; border-radius: 2px; }
.whole mark { background: none; padding: 0; }
.number { display: block; font: 0.6875rem/1.4 var(--sans); color: var(--soft); text-decoration: none; font-variant-numeric: tabular-nums; }
.number:hover { text-decoration: underline; }
.d1 > :not(.number) { margin-inline-start: 1.4em; } .d2 > :not(.number) { margin-inline-start: 2.8em; } .d3 > :not(.number) { margin-inline-start: 4.2em; } .d4 > :not(.number) { margin-inline-start: 5.6em; }
.note { font-family: var(--sans); font-size: 0.875rem; line-height: 1.5; margin: 1rem 0; padding: 0.6rem 0.9rem; background: var(--panel); border-inline-start: 3px solid var(--link); }
section { margin-top: 2.5rem; }
section > h2 { margin: 0 0 0.9rem; padding-bottom: 0.35rem; border-bottom: 1px solid var(--line); font-size: 1.125rem; font-weight: 600; }
.facts { margin: 0; font-size: 0.875rem; line-height: 1.5; display: grid; grid-template-columns: 7.5rem 1fr; gap: 0.45rem 1rem; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; min-width: 0; }
code { font-family: var(--mono); font-size: 0.9em; }
.refs { margin: 0 0 1rem; }
.refs dt { font-size: 0.75rem; letter-spacing: 0.02em; color: var(--soft); }
.refs dd { margin: 0.15rem 0 1rem; font-family: var(--serif); font-size: 1rem; line-height: 1.5; user-select: all; -webkit-user-select: all; }
.first dd { font-size: 1.0625rem; }
details { margin: 0 0 0.6rem; }
summary { cursor: pointer; font-size: 0.875rem; color: var(--link); padding: 0.2rem 0; }
details[open] > summary { margin-bottom: 0.6rem; }
details pre { margin: 0; padding: 0.8rem 0.9rem; background: var(--panel); border: 1px solid var(--line); border-radius: 4px; font: 0.8125rem/1.5 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; user-select: all; -webkit-user-select: all; }
footer { margin-top: 3rem; padding-top: 0.9rem; border-top: 1px solid var(--line); font-size: 0.75rem; line-height: 1.6; color: var(--soft); }
footer a { color: inherit; }
ul.forms { padding-inline-start: 1.2em; }
ul.cited { margin: 0 0 1rem; padding: 0; list-style: none; font-size: 1rem; line-height: 1.5; }
ul.cited li { margin-block-end: 0.4rem; padding-inline-start: 1.5em; text-indent: -1.5em; }
@media (min-width: 60rem) {
  .number { position: absolute; inset-inline-end: calc(100% + 1.25rem); top: 0.42em; white-space: nowrap; }
  .unit:has(> h2):not(:first-child) > .number { top: 2.8em; }
}
@media (max-width: 30rem) {
  body { padding: 1.75rem 1.1rem 3rem; }
  h1 { font-size: 1.45rem; }
  .facts { grid-template-columns: 1fr; gap: 0; }
  .facts dd { margin-bottom: 0.65rem; }
  .d1 > :not(.number), .d2 > :not(.number), .d3 > :not(.number), .d4 > :not(.number) { margin-inline-start: 1em; }
}
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --mark: #eee; --link: #000; --panel: #fff; }
  body { padding: 0; max-width: none; font-size: 11pt; }
  mark { text-decoration: underline; text-decoration-color: #888; }
  .unit, .refs dd { break-inside: avoid; }
  details:not([open]) { display: none; }
}
`;

const hash = createHash('sha256').update(styleSheet).digest('base64');

/** What a page may load and do: show itself, in this style. */
export const contentSecurityPolicy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
