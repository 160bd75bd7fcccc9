import sanitizeHtml from 'sanitize-html';
import { BLOCK, END, LABEL, marks, withTags } from './marks.ts';

export type FormattedAs = 'text' | 'html';

/** What a marked string is to readers. */
export interface Rendered {
  /** What stands before an entry, its number, as plain text; null where nothing does. */
  label: string | null;
  formatted: string;
}

/** A number with its brackets or full stop, and the punctuation that the processor moved to it from what follows. */
const NUMBER = /^(\p{Ps}\p{Nd}+\p{Pe}|\p{Nd}+[\p{Pe}.:])(\p{P}+)$/u;
const MARKS = /([\uFDD0-\uFDED])/;

const allowed: sanitizeHtml.IOptions = {
  allowedTags: ['i', 'em', 'b', 'sup', 'sub', 'span'],
  allowedAttributes: { span: ['style'] },
  allowedStyles: {
    span: {
      'font-style': [/^normal$/],
      'font-variant': [/^(?:normal|small-caps)$/],
      'font-weight': [/^(?:normal|lighter)$/],
      'text-decoration': [/^(?:none|underline)$/],
    },
  },
  allowedSchemes: [],
  disallowedTagsMode: 'escape',
};

/**
 * A marked string as plain text or as inline HTML. White space is single, and none is around it. Every `<`, `>` and `&` of
 * a source or of a style is text in both.
 * @param splitsLabel whether the number before an entry is answered apart.
 */
export function render(marked: string, as: FormattedAs, splitsLabel: boolean): Rendered {
  const label = new Output('text');
  const body = new Output(as);
  let current = body;
  for (const piece of marked.split(MARKS)) {
    if (piece === LABEL && splitsLabel) {
      current = label;
      label.begin(piece);
    } else if (piece === END) {
      current.end();
      if (current === label && label.depth === 0) current = body;
    } else if (marks.has(piece)) current.begin(piece);
    else current.write(piece);
  }
  const [, number = label.finished(), rest = ''] = NUMBER.exec(label.finished()) ?? [];
  return { label: number === '' ? null : number, formatted: body.finished(rest) };
}

class Output {
  readonly #as: FormattedAs;
  readonly #closing: string[] = [];
  #text = '';

  constructor(as: FormattedAs) {
    this.#as = as;
  }

  get depth(): number {
    return this.#closing.length;
  }

  begin(mark: string): void {
    const { element, style } = marks.get(mark) ?? { element: null, style: null };
    const isTag = this.#as === 'html' && element !== null;
    if (isTag) this.#text += style === null ? `<${element}>` : `<${element} style="${style}">`;
    if (mark === BLOCK) this.#text += ' ';
    this.#closing.push(isTag ? `</${element}>` : mark === BLOCK || mark === LABEL ? ' ' : '');
  }

  end(): void {
    this.#text += this.#closing.pop() ?? '';
  }

  write(text: string): void {
    const plain = withTags(text);
    this.#text += this.#as === 'text' ? plain : escaped(plain);
  }

  /** @param before to stand before it, plain. */
  finished(before = ''): string {
    while (this.#closing.length > 0) this.end();
    const text = `${this.#as === 'text' ? before : escaped(before)}${this.#text}`
      .toWellFormed()
      .replace(/[ \t\n\r\f\v]+/g, ' ')
      .trim();
    return this.#as === 'text' ? text : sanitizeHtml(text, allowed);
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
