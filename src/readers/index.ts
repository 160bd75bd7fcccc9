import type { Article } from '../text/article.ts';
import { readPlainWiki } from './plain-wiki.ts';

/** The formats that an article can be read from. */
export type Format = 'PLAIN_WIKI';

const READERS: Record<Format, (source: string) => Article> = {
  PLAIN_WIKI: readPlainWiki,
};

/**
 * Reads an article in a format.
 *
 * @throws TextProblem as the reader of that format does, for instance TEXT_EMPTY
 */
export function read(format: Format, source: string): Article {
  return READERS[format](source);
}
