import { author } from '../../../bench/sources/creators.ts';
import {
  emptyContent,
  type KeyedSource,
  type SourceContent,
  type SourceCreator,
} from '../../../src/citations/source.ts';

export { author, body } from '../../../bench/sources/creators.ts';

/** A source of which so much is known. */
export function source(content: Partial<SourceContent>, key = 'some-key'): KeyedSource {
  return { key, content: { ...emptyContent('BOOK'), ...content } };
}

/** A book of persons, by their family names, and of a year. */
export function book(
  families: string[],
  issued: string | null,
  more: Partial<SourceContent> = {},
): KeyedSource {
  const creators = families.map((family): SourceCreator => author(family, null));
  return source({ creators, issued, ...more });
}
