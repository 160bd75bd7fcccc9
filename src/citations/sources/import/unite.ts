import type { SourceContent } from '../../source.ts';
import { sourceFields } from '../fields.ts';

/** What a source becomes by what a record says of it. */
export interface United {
  content: SourceContent;
  /** The fields in which the record says otherwise, and the source stays as it is. */
  refusedFields: string[];
}

/** What the record says is so from now on; what it does not say stays. */
export function overwritten(content: SourceContent, given: SourceContent): United {
  const united = { ...content, type: given.type };
  for (const field of sourceFields) united[field] = given[field] ?? content[field];
  if (given.creators.length > 0) united.creators = given.creators;
  return { content: united, refusedFields: [] };
}

/** What the record says is added where nothing is known; what is known stays. */
export function filled(content: SourceContent, given: SourceContent): United {
  const united = { ...content };
  const refusedFields: string[] = given.type === content.type ? [] : ['type'];
  for (const field of sourceFields) {
    united[field] = content[field] ?? given[field];
    if (given[field] !== null && given[field] !== united[field]) refusedFields.push(field);
  }
  if (content.creators.length === 0) united.creators = given.creators;
  else if (given.creators.length > 0 && JSON.stringify(given.creators) !== JSON.stringify(content.creators))
    refusedFields.push('creators');
  return { content: united, refusedFields };
}
