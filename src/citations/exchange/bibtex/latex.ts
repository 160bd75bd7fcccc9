import { withoutMarkup } from '../../csl/markup.ts';
import { bibtexItem } from '../library.ts';
import { onOneLine } from '../one-line.ts';

/** Stand for angle brackets that are text, while those of the library's own markup are taken away. They are no characters. */
const LESS = '\uFDD0';
const GREATER = '\uFDD1';

/**
 * What LaTeX in a field says, as plain text: accents and ligatures are resolved, and italics and the like taken away.
 * @throws Error where it is not LaTeX.
 */
export function decodeLatex(latex: string): string {
  const marked = latex
    .replace(/<|\\textless(?![A-Za-z])/g, LESS)
    .replace(/>|\\textgreater(?![A-Za-z])/g, GREATER);
  const { note } = bibtexItem({ type: 'misc', label: 'x', properties: { note: marked } });
  return withoutMarkup(typeof note === 'string' ? note : '')
    .replaceAll(LESS, '<')
    .replaceAll(GREATER, '>')
    .trim();
}

/** A DOI or an address, which BibLaTeX takes as it stands; but many escape it like a text. */
export function decodeVerbatim(latex: string): string {
  return latex
    .replace(/^\s*\\url\s*\{(.*)\}\s*$/s, '$1')
    .replace(/\\([&%$#_{}~])/g, '$1')
    .trim();
}

export function encodeVerbatim(text: string): string {
  return text.replace(/[{}\\]/g, (character) => encodeURIComponent(character));
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // Written as \{ and \}, they would still have to come in pairs.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '`': '\\textasciigrave{}',
};

/** Plain text as LaTeX that reads back as the same, on one line; letters of all scripts stay as they are (UTF-8). */
export function encodeLatex(text: string): string {
  return onOneLine(text)
    .replace(/[\\{}~^<>`]/g, (character) => ESCAPES[character] ?? '')
    .replace(/[&%$#_]/g, '\\$&')
    .replace(/([-'])(?=\1)/g, '$1{}');
}
