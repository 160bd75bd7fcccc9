import { KeyTaken, SourceCited, SourceConflict } from '../src/citations/sources/problems.ts';
import { builder } from './builder.ts';
import { ErrorInterface } from './error.ts';
import { Source } from './source.ts';

builder.objectType(SourceConflict, {
  name: 'SourceConflict',
  description: 'The source was changed since you read it.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    current: t.field({
      type: Source,
      description: 'The source as it is now.',
      resolve: ({ current }) => current,
    }),
  }),
});

builder.objectType(KeyTaken, {
  name: 'KeyTaken',
  description: 'Another source has the citation key.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    source: t.field({ type: Source, description: 'The one that has it.', resolve: ({ source }) => source }),
  }),
});

builder.objectType(SourceCited, {
  name: 'SourceCited',
  description: 'The source is still cited, so it cannot be deleted.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    citations: t.int({
      description: 'How many citations and bodies of annotations refer to it that you may see.',
      resolve: ({ citations }) => citations,
    }),
  }),
});
