/** What one line of plain wiki text is, by itself. */
export type PlainWikiLine =
  | { kind: 'BLANK' }
  | { kind: 'HEADING'; level: number; words: string }
  | { kind: 'ITEM'; indent: number; words: string }
  | { kind: 'WORDS'; indent: number; words: string };

const TAB_STOP = 4;

/** Tells what a line is. White space is what String.prototype.trim takes; it is dropped at both ends. */
export function readLine(line: string): PlainWikiLine {
  const words = line.trim();
  if (words === '') return { kind: 'BLANK' };
  const heading = readHeading(words);
  if (heading !== null) return heading;
  const indent = indentOf(line);
  if (words.startsWith('- ') || words.startsWith('-\t')) {
    return { kind: 'ITEM', indent, words: words.slice(2).trimStart() };
  }
  return { kind: 'WORDS', indent, words };
}

/** The title that a line gives, '= Title =', or null when it is none. */
export function readTitle(line: string): string | null {
  const enclosed = readEnclosed(line.trim());
  return enclosed?.signs === 1 ? enclosed.words : null;
}

function readHeading(words: string): PlainWikiLine | null {
  const enclosed = readEnclosed(words);
  if (enclosed === null || enclosed.signs < 2) return null;
  return { kind: 'HEADING', level: enclosed.signs - 1, words: enclosed.words };
}

/** Words between as many equals signs before as after them. A row of equals signs alone is just words. */
function readEnclosed(text: string): { signs: number; words: string } | null {
  let opening = 0;
  while (text[opening] === '=') opening += 1;
  if (opening === 0 || opening === text.length) return null;
  let closing = 0;
  while (text.at(-1 - closing) === '=') closing += 1;
  const words = text.slice(opening, text.length - closing).trim();
  return opening === closing && words !== '' ? { signs: opening, words } : null;
}

/** Columns of white space before the first word, with tab stops at every fourth column. */
function indentOf(line: string): number {
  const length = line.length - line.trimStart().length;
  let column = 0;
  for (const space of line.slice(0, length)) {
    column = space === '\t' ? column + TAB_STOP - (column % TAB_STOP) : column + 1;
  }
  return column;
}
