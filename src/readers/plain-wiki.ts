import type { Article, ArticleBlock } from '../text/article.ts';
import { normalizeText } from '../text/normalize.ts';
import { TextProblem } from '../text/problem.ts';
import { lines } from './lines.ts';
import { NestedList } from './nested-list.ts';
import { type PlainWikiLine, readLine, readTitle } from './plain-wiki-line.ts';

/** How deep lists may be nested. */
export const LIST_LEVEL_LIMIT = 64;
/** How deep sections may be nested; '==' is level 1. */
export const SECTION_LEVEL_LIMIT = 6;

/**
 * Reads an article in plain wiki form. The text is normalized first, and white space at both ends of every
 * line is dropped.
 *
 * - `= Title =` as the first line that is not blank; without it the title is ''.
 * - `== Section ==`, with or without the inner spaces: as many equals signs behind as before, one more than
 *   the section's level. A section stands in the one before it when its level is higher. A line whose signs
 *   do not match, or have nothing between them, is words.
 * - `- Item`: a list. It goes on over blank lines, to the next heading or paragraph. How items nest is told
 *   at `NestedList.add`. An indented line directly below an item belongs to the item's words; one that is
 *   not indented, or comes after a blank line, is a paragraph.
 * - Anything else is a paragraph, up to a blank line, an item or a heading; its line breaks stay in it. The
 *   paragraph that directly follows a paragraph ending in ':' is a block quote.
 *
 * Takes time in proportion to the text.
 *
 * @throws TextProblem TEXT_EMPTY when there is nothing but a title; NESTING_TOO_DEEP for lists of more than
 *   64 or sections of more than 6 levels; and as `normalizeText`
 */
export function readPlainWiki(source: string): Article {
  const reading = new Reading();
  let title: string | null = null;
  for (const [number, line] of lines(normalizeText(source))) {
    if (title === null && line.trim() !== '') {
      title = readTitle(line) ?? '';
      if (title !== '') continue;
    }
    reading.add(readLine(line), number);
  }
  const blocks = reading.finish();
  if (blocks.length === 0) {
    throw new TextProblem('TEXT_EMPTY', 'The text has no words besides its title; give it a paragraph.');
  }
  return { title: title ?? '', blocks };
}

interface OpenSection {
  level: number;
  children: ArticleBlock[];
}

/** The blocks read so far, and those that the next line may still add to. */
class Reading {
  readonly #root: OpenSection = { level: 0, children: [] };
  readonly #sections: OpenSection[] = [];
  #paragraph: string[] = [];
  #list: NestedList | null = null;
  #isBelowItem = false;

  add(line: PlainWikiLine, number: number): void {
    if (line.kind === 'WORDS') {
      this.#addWords(line.indent, line.words);
      return;
    }
    this.#closeParagraph();
    this.#isBelowItem = line.kind === 'ITEM';
    if (line.kind === 'ITEM') this.#addItem(line.indent, line.words, number);
    if (line.kind === 'HEADING') this.#openSection(line.level, line.words, number);
  }

  finish(): ArticleBlock[] {
    this.#closeParagraph();
    return this.#root.children;
  }

  #addWords(indent: number, words: string): void {
    if (this.#list !== null && this.#isBelowItem && indent > 0) {
      this.#list.continueItem(words);
    } else {
      this.#list = null;
      this.#paragraph.push(words);
    }
  }

  #addItem(indent: number, words: string, number: number): void {
    if (this.#list === null) {
      this.#list = new NestedList();
      this.#siblings().push(this.#list.block);
    }
    if (this.#list.add(indent, words) > LIST_LEVEL_LIMIT) {
      throw tooDeep(number, 'this list', LIST_LEVEL_LIMIT);
    }
  }

  #openSection(level: number, words: string, number: number): void {
    if (level > SECTION_LEVEL_LIMIT) throw tooDeep(number, 'this section', SECTION_LEVEL_LIMIT);
    this.#list = null;
    while ((this.#sections.at(-1)?.level ?? 0) >= level) this.#sections.pop();
    const children: ArticleBlock[] = [];
    this.#siblings().push({ kind: 'SECTION', text: words, level, children });
    this.#sections.push({ level, children });
  }

  #closeParagraph(): void {
    if (this.#paragraph.length === 0) return;
    const siblings = this.#siblings();
    const previous = siblings.at(-1);
    const isQuote = previous?.kind === 'PARAGRAPH' && previous.text?.endsWith(':') === true;
    const text = this.#paragraph.join('\n');
    siblings.push({ kind: isQuote ? 'BLOCK_QUOTE' : 'PARAGRAPH', text, children: [] });
    this.#paragraph = [];
  }

  #siblings(): ArticleBlock[] {
    return (this.#sections.at(-1) ?? this.#root).children;
  }
}

function tooDeep(line: number, what: string, limit: number): TextProblem {
  return new TextProblem(
    'NESTING_TOO_DEEP',
    `Line ${line} nests ${what} more than ${limit} levels deep; put it on an outer level.`,
  );
}
