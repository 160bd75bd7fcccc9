import { CANDIDATE_LIMIT } from '../src/anchors/candidate.ts';
import { candidatesFor } from '../src/anchors/loose-candidates.ts';
import { Anchor, anchorAt } from './anchor.ts';
import { boundedNumber } from './bounded-number.ts';
import { builder } from './builder.ts';
import { SEARCH_COST } from './cost.ts';
import { found } from './found.ts';
import { textOf } from './revision-text.ts';

builder.objectFields(Anchor, (t) => ({
  suggestions: t.field({
    type: [Anchor],
    description:
      'Places of the latest revision that may be meant, with their scores, for `reanchorAnnotation`: of an anchor that is EDITED, AMBIGUOUS or ORPHANED. Nothing is ever put there by itself.',
    complexity: ({ first }) => ({ field: SEARCH_COST, multiplier: Math.max(1, first) }),
    args: {
      first: t.arg.int({
        required: true,
        defaultValue: 5,
        description: `How many at most, up to ${CANDIDATE_LIMIT}.`,
        validate: boundedNumber('first', CANDIDATE_LIMIT),
      }),
    },
    resolve: async (anchor, { first }, context) => {
      if (
        first === 0 ||
        anchor.kind === 'place' ||
        anchor.row.status === 'EXACT' ||
        anchor.row.status === 'MOVED'
      )
        return [];
      const { documentId } = anchor.revision;
      const latest = found(await context.loaders.revisionByNumber.read({ documentId, number: null }));
      const revision = await textOf(latest, context);
      context.budget.search(latest.utf16Length);
      await context.breathe();
      const { exact, prefix, suffix } = anchor.row;
      return candidatesFor(revision, { exact, prefix, suffix }, first, latest.language).map((candidate) =>
        anchorAt(revision, candidate, 'AMBIGUOUS'),
      );
    },
  }),
}));
