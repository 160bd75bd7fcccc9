import type { PossibleDuplicate as Possible } from '../src/citations/sources/duplicates.ts';
import { builder } from './builder.ts';
import { Source } from './source.ts';
import { when } from './when.ts';

const DuplicateReason = builder.enumType('DuplicateReason', {
  description: 'Why two sources may be one work.',
  values: {
    DOI: { description: 'They have the same DOI.' },
    ISBN: { description: 'They have the same ISBN.' },
    AUTHOR_YEAR_TITLE: {
      description: 'The first author, the year and the title are the same, or nearly so.',
    },
  } satisfies Record<Possible['why'], object>,
});

export const PossibleDuplicate = builder.objectRef<Possible>('PossibleDuplicate').implement({
  description: 'A source that may be the same work as another one.',
  fields: (t) => ({
    source: t.expose('source', { type: Source, description: 'The source.' }),
    why: t.expose('why', { type: DuplicateReason, description: 'Why.' }),
  }),
});

builder.objectFields(Source, (t) => ({
  duplicates: t.field({
    type: [PossibleDuplicate],
    description:
      'Sources that may be the same work, 20 at most; `mergeSources` makes two one. Nothing is merged by itself.',
    resolve: ({ id }, _args, { loaders, budget }) =>
      when(loaders.possibleDuplicates.read(id), (duplicates) => budget.list(duplicates ?? [])),
  }),
}));
