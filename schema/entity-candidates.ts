import type { EntityCandidate as Candidate } from '../src/entities/discovery.ts';
import { discoverIn } from '../src/mentions/linking/discover-in-document.ts';
import type { RevisionText } from '../src/text/revision-text.ts';
import { Anchor, anchorAt } from './anchor.ts';
import { boundedNumber } from './bounded-number.ts';
import { builder } from './builder.ts';
import { SEARCH_COST } from './cost.ts';
import { Document } from './document.ts';
import { EntityKind } from './entity.ts';
import { found } from './found.ts';
import { textOf } from './revision-text.ts';

const CANDIDATE_LIMIT = 100;

interface EntityCandidateModel {
  candidate: Candidate;
  revision: RevisionText;
}

const EntityCandidate = builder.objectRef<EntityCandidateModel>('EntityCandidate').implement({
  description: 'A name in a text that the registry lacks: a guess, which nothing is built on.',
  fields: (t) => ({
    name: t.string({ description: 'The name.', resolve: ({ candidate }) => candidate.name }),
    kind: t.field({
      type: EntityKind,
      description: 'What it may be the name of.',
      resolve: ({ candidate }) => candidate.kind,
    }),
    count: t.int({
      description: 'How often it stands in the text.',
      resolve: ({ candidate }) => candidate.count,
    }),
    examples: t.field({
      type: [Anchor],
      description: 'Where it stands, three places at most.',
      resolve: ({ candidate, revision }) =>
        candidate.examples.map(({ unit, start, end }) => {
          const offset = found(revision.units[unit]).start;
          return anchorAt(
            revision,
            { range: { start: offset + start, end: offset + end }, score: 1 },
            'EXACT',
          );
        }),
    }),
  }),
});

builder.prismaObjectFields(Document, (t) => ({
  entityCandidates: t.field({
    type: [EntityCandidate],
    description:
      'Names in its latest text that the registry lacks, those that come most often first, as a general recognizer of English names guesses them; of a long text only the beginning is looked through.',
    complexity: ({ first }) => ({ field: 10 * SEARCH_COST, multiplier: Math.max(1, first) }),
    args: {
      first: t.arg.int({
        required: true,
        defaultValue: 20,
        description: `How many at most, up to ${CANDIDATE_LIMIT}.`,
        validate: boundedNumber('first', CANDIDATE_LIMIT),
      }),
    },
    resolve: async ({ id: documentId, language }, { first }, context) => {
      const { store, lexicons } = context.scholion;
      const latest = found(await context.loaders.revisionByNumber.read({ documentId, number: null }));
      const revision = await textOf(latest, context);
      context.budget.search(latest.utf16Length);
      const candidates = await discoverIn(store.prisma, lexicons, revision, language, first);
      return candidates.map((candidate) => ({ candidate, revision }));
    },
  }),
}));
