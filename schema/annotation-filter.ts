import type { AnnotationFilter as Filter } from '../src/annotations/filter.ts';
import { AnchorStatus } from './anchor.ts';
import { Visibility } from './annotation.ts';
import { Motivation } from './annotation-body.ts';
import { builder } from './builder.ts';
import { idOfType } from './global-id.ts';
import { TextRangeInput } from './text-range.ts';

export const AnnotationFilter = builder.inputType('AnnotationFilter', {
  description: 'Which annotations to list; what is left out does not restrict.',
  fields: (t) => ({
    motivations: t.field({ type: [Motivation], description: 'Made for one of these reasons.' }),
    tags: t.stringList({ description: 'With all of these tags.' }),
    creator: t.id({ description: 'Made by this agent.' }),
    entity: t.id({ description: 'With a body of this entity.' }),
    source: t.id({ description: 'With a body of this source.' }),
    visibility: t.field({ type: Visibility, description: 'Seen by these.' }),
    status: t.field({ type: [AnchorStatus], description: 'With an anchor that holds so well.' }),
    overlaps: t.field({
      type: TextRangeInput,
      description:
        'Touching this range of the text of the revision. Where the list is not of a document or block, give `within` too.',
    }),
    within: t.id({ description: 'On this document, or touching the text of this block.' }),
    text: t.string({ description: 'With this in a textual body, in any case of letters.' }),
    createdAfter: t.field({ type: 'DateTime', description: 'Made after this moment.' }),
    includeDeleted: t.boolean({ description: 'Deleted ones too, where you may restore them.' }),
  }),
});

/** The filter as a client gives it. */
export type FilterGiven = typeof AnnotationFilter.$inferInput | null | undefined;

/** What of the filter concerns the annotations themselves. @throws InputInvalid */
export function readFilter(given: FilterGiven): Filter {
  const {
    motivations,
    tags,
    creator,
    entity,
    source,
    visibility,
    status,
    text,
    createdAfter,
    includeDeleted,
  } = given ?? {};
  return {
    ...(motivations ? { motivations } : {}),
    ...(tags ? { tags: tags.map((tag) => tag.normalize('NFC').trim()) } : {}),
    ...(typeof creator === 'string' ? { creatorId: idOfType(creator, ['Agent'], 'filter.creator') } : {}),
    ...(typeof entity === 'string' ? { entityId: idOfType(entity, ['Entity'], 'filter.entity') } : {}),
    ...(typeof source === 'string' ? { sourceId: idOfType(source, ['Source'], 'filter.source') } : {}),
    ...(visibility ? { visibility } : {}),
    ...(status ? { status } : {}),
    ...(text ? { text: text.normalize('NFC') } : {}),
    ...(createdAfter ? { createdAfter } : {}),
    ...(includeDeleted ? { includeDeleted } : {}),
  };
}
