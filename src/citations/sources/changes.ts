import { InputInvalid } from '../../problem.ts';
import { emptyContent, type SourceContent } from '../source.ts';
import { checkSource } from './source-input.ts';

/** What somebody says of a source; what is left out stays as it is, or is not known of a new one. */
export type SourceChanges = Partial<SourceContent>;

/** What a new source is. @throws InputInvalid */
export function newContent(changes: SourceChanges): SourceContent {
  if (changes.type === undefined)
    throw new InputInvalid('A new source needs a type; give one such as BOOK, or the source to change.');
  return changedContent(emptyContent(changes.type), changes);
}

/** What a source becomes. @throws InputInvalid */
export function changedContent(before: SourceContent, changes: SourceChanges): SourceContent {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return checkSource({ ...before, ...Object.fromEntries(given) });
}
