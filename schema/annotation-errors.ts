import { EditConflict, QuoteAmbiguous, QuoteNotFound } from '../src/annotations/problems.ts';
import { Anchor, anchorAt } from './anchor.ts';
import { Annotation } from './annotation.ts';
import { builder } from './builder.ts';
import { ErrorInterface } from './error.ts';

builder.objectType(QuoteNotFound, {
  name: 'QuoteNotFound',
  description: 'The words are not there.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    candidates: t.field({
      type: [Anchor],
      description: 'The nearest candidates, if any come close, with their scores; ten at most.',
      resolve: ({ revision, candidates }) =>
        candidates.map((candidate) => anchorAt(revision, candidate, 'AMBIGUOUS')),
    }),
  }),
});

builder.objectType(QuoteAmbiguous, {
  name: 'QuoteAmbiguous',
  description: 'The words stand in several places and nothing given tells them apart.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    candidates: t.field({
      type: [Anchor],
      description: 'The places; ten at most.',
      resolve: ({ revision, candidates }) =>
        candidates.map((candidate) => anchorAt(revision, candidate, 'AMBIGUOUS')),
    }),
  }),
});

builder.objectType(EditConflict, {
  name: 'EditConflict',
  description: 'The annotation was changed since you read it.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    current: t.field({
      type: Annotation,
      description: 'The annotation as it is now.',
      resolve: ({ current }) => ({ annotation: current, asOf: null }),
    }),
  }),
});
