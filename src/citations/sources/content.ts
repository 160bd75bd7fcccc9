import { checksum } from '../../text/normalize.ts';
import { emptyContent, type SourceContent, type SourceCreator } from '../source.ts';
import { nameParts, sourceFields } from './fields.ts';
import type { Source } from './read.ts';

/** What is known of a source that was read, and of its creators. */
export function contentOf(source: Omit<SourceContent, 'creators'>, creators: SourceCreator[]): SourceContent {
  const content = emptyContent(source.type);
  for (const field of sourceFields) content[field] = source[field];
  content.creators = creators.map(orderedCreator);
  return content;
}

/** Lower-case hexadecimal SHA-256 of what is known of a source: of its JSON without what is null, in one order of fields. */
export function contentChecksum(content: SourceContent): string {
  const known = sourceFields.filter((field) => content[field] !== null);
  return checksum(
    JSON.stringify([
      content.type,
      content.creators.map((creator) => [creator.role, ...nameParts.map((part) => creator[part])]),
      known.map((field) => [field, content[field]]),
    ]),
  );
}

/** What an event holds of a source. */
export function stateOf({ key, version }: Pick<Source, 'key' | 'version'>, content: SourceContent): object {
  const { type, creators, ...fields } = content;
  return { key, version, type, creators, ...fields };
}

function orderedCreator(creator: SourceCreator): SourceCreator {
  const { role, family, given, droppingParticle, nonDroppingParticle, suffix, literal } = creator;
  return { role, family, given, droppingParticle, nonDroppingParticle, suffix, literal };
}
