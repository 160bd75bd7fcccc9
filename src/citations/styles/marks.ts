import type { OutputFormat } from 'citeproc';

/**
 * How the processor is told to mark formatting: by noncharacters of Unicode, which no text has (`withoutMarks`), so that
 * nothing of a source or of a style can pass for a tag.
 */
export interface Mark {
  /** The name of the HTML element; null where it has none of its own. */
  element: string | null;
  style: string | null;
}

/** The end of whatever began last. */
export const END = '\uFDED';
/** Stands for `<`, as the processor reads tags in texts. */
export const LESS_THAN = '\uFDEF';
/** Around the id of an item, at the start of its entry. */
export const ENTRY = '\uFDEE';
/** Begins what stands before an entry: its number. */
export const LABEL = '\uFDEC';
/** Begins a part of an entry on lines of its own. */
export const BLOCK = '\uFDEB';
/** Stands for `|`, at which the processor cuts names and locators. */
const BAR = '\uFDEA';
/** Within the name of a property that every object has, as the processor looks texts up in objects; unseen, no letter. */
const NO_PROPERTY = '\u{E0001}';

/** Where ASCII stands again among the tag characters of Unicode, of which those for angle brackets are not in use. */
const HIDDEN = 0xe0000;
const TAG = /<\/?[a-z][ -;=?-~]*>/gi;
const HIDDEN_TAG = /\u{E003C}[\u{E0020}-\u{E007E}]*?\u{E003E}/gu;
const HIDDEN_CHARACTER = /[\u{E0020}-\u{E007E}]/gu;
/** Noncharacters, the brackets of hidden tags, and what keeps names apart from properties. */
const RESERVED = /[\uFDD0-\uFDEF\uFFFE\uFFFF\u{E0001}\u{E003C}\u{E003E}]/gu;
const PROPERTY = new RegExp(Object.getOwnPropertyNames(Object.prototype).join('|'), 'gi');
const FIRST = 0xfdd0;

const kinds: [kind: string, element: string | null, style: string | null][] = [
  ['@font-style/italic', 'i', null],
  ['@font-style/oblique', 'em', null],
  ['@font-style/normal', 'span', 'font-style:normal'],
  ['@font-variant/small-caps', 'span', 'font-variant:small-caps'],
  ['@font-variant/normal', 'span', 'font-variant:normal'],
  ['@font-weight/bold', 'b', null],
  ['@font-weight/normal', 'span', 'font-weight:normal'],
  ['@font-weight/light', 'span', 'font-weight:lighter'],
  ['@text-decoration/none', 'span', 'text-decoration:none'],
  ['@text-decoration/underline', 'span', 'text-decoration:underline'],
  ['@vertical-align/sup', 'sup', null],
  ['@vertical-align/sub', 'sub', null],
];

/** What each character begins. */
export const marks: ReadonlyMap<string, Mark> = new Map([
  ...kinds.map(([, element, style], index): [string, Mark] => [
    String.fromCharCode(FIRST + index),
    { element, style },
  ]),
  [LABEL, { element: null, style: null }],
  [BLOCK, { element: null, style: null }],
]);

/**
 * A text as the processor may have it: no tags, no marks. What looks like a tag is put into characters without case, which
 * sort as if they were not there. Noncharacters become U+FFFD.
 */
export function withoutMarks(text: string): string {
  return text
    .toWellFormed()
    .replace(RESERVED, '\uFFFD')
    .replace(TAG, (tag) =>
      tag.replace(/[ -~]/g, (character) => String.fromCodePoint(HIDDEN + character.charCodeAt(0))),
    )
    .replaceAll('<', LESS_THAN)
    .replaceAll('|', BAR)
    .replace(PROPERTY, (name) => name.slice(0, 1) + NO_PROPERTY + name.slice(1));
}

/** What `withoutMarks` was given, but for what cannot be in it. */
export function withTags(text: string): string {
  return text
    .replace(HIDDEN_TAG, (tag) =>
      tag.replace(HIDDEN_CHARACTER, (character) =>
        String.fromCharCode((character.codePointAt(0) ?? HIDDEN) - HIDDEN),
      ),
    )
    .replaceAll(LESS_THAN, '<')
    .replaceAll(BAR, '|')
    .replaceAll(NO_PROPERTY, '');
}

/** The output format that marks. */
export const markingFormat: OutputFormat = {
  text_escape: (text: string) => text ?? '',
  '@passthrough/true': (_engine, text) => text ?? '',
  '@strip-periods/true': (_engine, text) => text ?? '',
  '@strip-periods/false': (_engine, text) => text ?? '',
  '@vertical-align/baseline': false,
  '@quotes/true': (engine, text) => quoted(engine.getTerm('open-quote'), text, engine.getTerm('close-quote')),
  // Without a text it is an apostrophe.
  '@quotes/inner': (engine, text) =>
    text === undefined
      ? '’'
      : quoted(engine.getTerm('open-inner-quote'), text, engine.getTerm('close-inner-quote')),
  '@quotes/false': false,
  '@bibliography/entry': function (_engine, text) {
    return `${ENTRY}${this.system_id ?? ''}${ENTRY}${text ?? ''}`;
  },
  '@display/left-margin': (_engine, text) => `${LABEL}${text ?? ''}${END}`,
  '@display/right-inline': (_engine, text) => text ?? '',
  '@display/block': (_engine, text) => `${BLOCK}${text ?? ''}${END}`,
  '@display/indent': (_engine, text) => `${BLOCK}${text ?? ''}${END}`,
  '@showid/true': (_engine, text) => text ?? '',
  ...Object.fromEntries(
    kinds.map(([kind], index) => [
      kind,
      (_engine: unknown, text?: string) => `${String.fromCharCode(FIRST + index)}${text ?? ''}${END}`,
    ]),
  ),
};

function quoted(open: string, text: string | undefined, close: string): string {
  return text === undefined ? open : `${open}${text}${close}`;
}
