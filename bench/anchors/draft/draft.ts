/** What a word is, so that the edit script knows which change makes another statement of a sentence. */
export type TokenKind = 'ordinary' | 'plain' | 'name' | 'number' | 'date' | 'negation';

/** Kinds of words a change of which makes another statement. */
export type StatementKind = Exclude<TokenKind, 'ordinary' | 'plain'>;

export function isStatementKind(kind: TokenKind): kind is StatementKind {
  return kind !== 'ordinary' && kind !== 'plain';
}

/** A half-open range of the first revision's canonical text, in UTF-16 code units. */
export interface Origin {
  start: number;
  end: number;
}

/** A run of characters that share their history. */
export interface Part {
  text: string;
  /** Where its first character stood in the first revision; null for what was written since. */
  origin: number | null;
  /** For what was written since: the characters of the first revision in whose place it stands. */
  replaces: Origin | null;
}

/** A word with what clings to it, or the white space and punctuation between words. */
export interface Token {
  kind: TokenKind;
  parts: Part[];
  /** What may stand there instead: synonyms of an ordinary word, other names for a name, and so on. */
  others: readonly string[];
  /** How the word is spelt without its typo, when it has one. */
  mended: string | null;
}

export interface Sentence {
  tokens: Token[];
}

export interface Paragraph {
  sentences: Sentence[];
}

/** A text that is being edited, and what has been done to it so far. */
export interface Draft {
  /** As BCP 47 has it. */
  language: string;
  /** What stands between two sentences of a paragraph. */
  joiner: string;
  comma: string;
  paragraphs: Paragraph[];
  /** Where the statement was changed, in the first revision; start = end for what came in between. */
  swaps: Origin[];
  /** What was taken out while a look-alike came in elsewhere, in the first revision. */
  forged: Origin[];
  /** Sentences that have been moved, taken out or copied: a second such edit of equal words could not be told from it. */
  touched: Set<string>;
  /** Paragraphs with something that was copied: after another edit the copy would be more like it than it is itself. */
  locked: Set<Paragraph>;
}

export function newToken(text: string, kind: TokenKind = 'plain', others: readonly string[] = []): Token {
  const parts = text === '' ? [] : [{ text, origin: null, replaces: null }];
  return { kind, parts, others, mended: null };
}

export function textOfToken(token: Token): string {
  return token.parts.map(({ text }) => text).join('');
}

export function textOfSentence(sentence: Sentence): string {
  return sentence.tokens.map(textOfToken).join('');
}

/** A copy that may be edited without changing the original. */
export function copyDraft(draft: Draft): Draft {
  return {
    ...draft,
    paragraphs: draft.paragraphs.map(({ sentences }) => ({ sentences: sentences.map(copySentence) })),
    swaps: [...draft.swaps],
    forged: [...draft.forged],
    touched: new Set(),
    locked: new Set(),
  };
}

export function copySentence({ tokens }: Sentence): Sentence {
  return { tokens: tokens.map((token) => ({ ...token, parts: token.parts.map((part) => ({ ...part })) })) };
}

/** The same words with no past: a copy that stands somewhere besides the original. */
export function rewriteSentence({ tokens }: Sentence): Sentence {
  return { tokens: tokens.map((token) => newToken(textOfToken(token), token.kind, token.others)) };
}
