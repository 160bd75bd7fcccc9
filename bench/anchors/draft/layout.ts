import type { Draft, Part, Sentence, Token } from './draft.ts';

/** What stands between two paragraphs of a canonical text. */
export const PARAGRAPH_BREAK = '\n\n';

/** A part and where it stands in the canonical text, in UTF-16 code units. */
export interface PlacedPart {
  part: Part;
  /** The word that it is a part of. */
  token: Token;
  start: number;
}

/** A draft written out. */
export interface Layout {
  paragraphs: string[];
  /** The paragraphs joined. */
  text: string;
  /** Where each paragraph starts in the text, in UTF-16 code units. */
  starts: number[];
  parts: PlacedPart[];
}

/** Writes a draft out; sentences and paragraphs that have lost all their words leave nothing behind. */
export function layOut(draft: Draft): Layout {
  const layout: Layout = { paragraphs: [], text: '', starts: [], parts: [] };
  const written: string[] = [];
  let at = 0;
  const write = (text: string): void => {
    written.push(text);
    at += text.length;
  };
  for (const { sentences } of draft.paragraphs) {
    const kept = sentences.filter(hasWords);
    if (kept.length === 0) continue;
    if (layout.starts.length > 0) write(PARAGRAPH_BREAK);
    const first = written.length;
    layout.starts.push(at);
    for (const [index, sentence] of kept.entries()) {
      if (index > 0) write(draft.joiner);
      for (const token of sentence.tokens) {
        for (const part of token.parts) {
          layout.parts.push({ part, token, start: at });
          write(part.text);
        }
      }
    }
    layout.paragraphs.push(written.slice(first).join(''));
  }
  layout.text = written.join('');
  return layout;
}

/** Makes what a draft says now its first revision: every character is from now on known by where it stands. */
export function settle(draft: Draft): Layout {
  draft.swaps = [];
  draft.forged = [];
  draft.touched.clear();
  const layout = layOut(draft);
  for (const { part, start } of layout.parts) {
    part.origin = start;
    part.replaces = null;
  }
  return layout;
}

function hasWords({ tokens }: Sentence): boolean {
  return tokens.some(({ parts }) => parts.some(({ text }) => text.trim() !== ''));
}
