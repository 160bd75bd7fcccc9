import { fileLimits } from '../limits.ts';

/** A part of a BibTeX file: an entry or a string. */
export interface BibtexPiece {
  /** The line, counted from 1, at which it starts. */
  line: number;
  /** In lower case, such as `book`; `string` for a string. */
  type: string;
  /** What stands between its braces. */
  body: string;
  /** Why it cannot be read, in one sentence; null where it can. */
  refused: string | null;
}

/** Where an entry starts, unless in a comment. */
const START = /%[^\n]*|@[ \t]*([A-Za-z]\w*)\s*([{(])/g;

/** What counts between its braces; a line that begins as an entry does begins one, as somebody forgot a brace before. */
const BRACE =
  /\\[\\{}]|[{}()"]|\n(?=[ \t]*@[ \t]*(?:(?:string|preamble|comment)\s*[{(]|[a-z]\w*\s*[{(]\s*[^\s,{}()"=#%@\\]+\s*,))/gi;

/** Splits a BibTeX file into its entries and strings, passing over comments, preambles and what stands between. */
export function* bibtexPieces(text: string): Generator<BibtexPiece> {
  let line = 1;
  let counted = 0;
  let at = 0;
  let areCommentsClosed = true;
  for (;;) {
    START.lastIndex = at;
    const start = START.exec(text);
    if (start === null) return;
    const [found, word, brace] = start;
    at = start.index + found.length;
    if (word === undefined || brace === undefined) continue;
    line += linesIn(text, counted, start.index);
    counted = start.index;
    const type = word.toLowerCase();
    if (type === 'comment') {
      // BibTeX reads on behind the word; most programs take what is in the braces for the comment.
      const end: End | null = areCommentsClosed ? endOf(text, at, brace, false) : null;
      areCommentsClosed = end?.fault === null;
      if (end !== null && end.fault === null) at = end.at;
      continue;
    }
    const end: End = endOf(text, at, brace, true);
    if (type !== 'preamble') {
      const body = end.fault === null ? text.slice(at, end.at - 1) : '';
      yield { line, type, body, refused: end.fault };
    }
    at = end.at;
  }
}

interface End {
  at: number;
  fault: string | null;
}

/** @returns where what begins after a brace ends, or where to go on reading and what is wrong. */
function endOf(text: string, from: number, brace: string, stopsAtEntry: boolean): End {
  let depth = 0;
  let deepest = 0;
  let isQuoted = false;
  BRACE.lastIndex = from;
  for (let found = BRACE.exec(text); found !== null; found = BRACE.exec(text)) {
    const [token] = found;
    const end = found.index + token.length;
    if (token === '\n') {
      if (stopsAtEntry) return { at: found.index, fault: unclosed(brace) };
    } else if (token === '{') {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (token === '}' && depth > 0) depth -= 1;
    else if (depth > 0) continue;
    else if (token === '"') isQuoted = !isQuoted;
    else if ((token === '}' && brace === '{') || (token === ')' && brace === '(' && !isQuoted))
      return { at: end, fault: deepest > fileLimits.depth ? TOO_DEEP : null };
  }
  return { at: text.length, fault: unclosed(brace) };
}

const TOO_DEEP = `More than ${fileLimits.depth} braces stand in each other in the entry; take some away.`;

function unclosed(brace: string): string {
  return `The entry that starts here does not end before the next one or the end of the file; close its ${brace === '{' ? 'braces' : 'parenthesis'}.`;
}

function linesIn(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at += 1) if (text[at] === '\n') lines += 1;
  return lines;
}
