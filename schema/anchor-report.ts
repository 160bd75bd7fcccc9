import { countAnchors } from '../src/annotations/count-anchors.ts';
import { type AnchorCounts, DOUBTFUL_LIMIT } from '../src/documents/anchor-report.ts';
import type { CarriedAnchor } from '../src/documents/carry-anchors.ts';
import type { Published } from '../src/documents/publish.ts';
import type { RevisionText } from '../src/text/revision-text.ts';
import { TextQuote } from './anchor.ts';
import { AnchorStanding, standingIn } from './anchor-standing.ts';
import { Annotation } from './annotation.ts';
import { boundedNumber } from './bounded-number.ts';
import { builder } from './builder.ts';
import { ImportDocumentPayload } from './document.ts';
import { found } from './found.ts';
import { encodeGlobalId } from './global-id.ts';

interface DoubtfulAnchorModel {
  carried: CarriedAnchor;
  before: RevisionText;
  after: RevisionText;
  dryRun: boolean;
}

const DoubtfulAnchor = builder.objectRef<DoubtfulAnchorModel>('DoubtfulAnchor').implement({
  description: 'An anchor that a new revision leaves on other words than it was made on, or on none.',
  fields: (t) => ({
    id: t.id({
      description: 'The id of the anchor, as `reanchorAnnotation` takes it.',
      resolve: ({ carried }) => encodeGlobalId('Anchor', carried.anchor.id),
    }),
    annotation: t.field({
      type: Annotation,
      description: 'The annotation that it is of.',
      resolve: async ({ carried }, _args, { loaders }) => ({
        annotation: found(await loaders.annotation.read(found(carried.anchor.annotationId))),
        asOf: null,
      }),
    }),
    quote: t.field({
      type: TextQuote,
      description: 'The words that it was made on.',
      resolve: async ({ carried }, _args, { loaders, budget }) => {
        const quote = found(await loaders.quote.read(carried.anchor.id));
        budget.text(quote.exact.length);
        return quote;
      },
    }),
    from: t.field({
      type: AnchorStanding,
      description: 'How it stood in the revision before.',
      resolve: ({ carried, before }) => standingIn(before, carried.anchor.standing, true),
    }),
    to: t.field({
      type: AnchorStanding,
      description: 'How it stands in the new one.',
      resolve: ({ carried, after, dryRun }) => standingIn(after, carried.to, !dryRun),
    }),
  }),
});

const reportOf = (name: string, description: string) =>
  builder.objectRef<AnchorCounts>(name).implement({
    description,
    fields: (t) => ({
      exact: t.int({
        description: 'How many stand on the very words, in the same place of the same block.',
        resolve: ({ EXACT }) => EXACT,
      }),
      moved: t.int({
        description: 'How many stand on the very words elsewhere.',
        resolve: ({ MOVED }) => MOVED,
      }),
      edited: t.int({
        description: 'How many stand on words that were changed a little.',
        resolve: ({ EDITED }) => EDITED,
      }),
      ambiguous: t.int({
        description: 'How many point at no words, as two places fit about as well.',
        resolve: ({ AMBIGUOUS }) => AMBIGUOUS,
      }),
      orphaned: t.int({
        description: 'How many point at no words, as theirs are gone.',
        resolve: ({ ORPHANED }) => ORPHANED,
      }),
    }),
  });

const MentionReport = reportOf(
  'MentionReport',
  'How the mentions in changed text fare in a new revision: those that were not rejected.',
);

const CitationReport = reportOf(
  'CitationReport',
  'How the citations in changed text fare in a new revision: the words that cite, and those that are quoted.',
);

const AnchorReport = builder.objectRef<Published>('AnchorReport').implement({
  description:
    'How the anchors in changed text fare in a new revision: those of annotations that you may see and that are not deleted.',
  fields: (t) => ({
    exact: t.int({
      description: 'How many stand on the very words, in the same place of the same block.',
      resolve: ({ anchors }) => anchors.counts.EXACT,
    }),
    moved: t.int({
      description: 'How many stand on the very words elsewhere.',
      resolve: ({ anchors }) => anchors.counts.MOVED,
    }),
    edited: t.int({
      description: 'How many stand on words that were changed a little.',
      resolve: ({ anchors }) => anchors.counts.EDITED,
    }),
    ambiguous: t.int({
      description: 'How many point at no words, as two places fit about as well.',
      resolve: ({ anchors }) => anchors.counts.AMBIGUOUS,
    }),
    orphaned: t.int({
      description: 'How many point at no words, as theirs are gone.',
      resolve: ({ anchors }) => anchors.counts.ORPHANED,
    }),
    unaffected: t.int({
      description:
        'How many stand as they did, as nothing that concerns them changed; those that were lost before are among them.',
      resolve: async ({ document, anchors, dryRun }, _args, { scholion, principal }) => {
        const { between, counts } = anchors;
        const seenIn = dryRun ? between?.before : between?.after;
        const number = seenIn?.number ?? document.latestRevision;
        const all = await countAnchors(scholion.store.prisma, principal, document.id, number);
        return Math.max(0, all - Object.values(counts).reduce((sum, count) => sum + count));
      },
    }),
    mentions: t.field({
      type: MentionReport,
      description: 'How the mentions in changed text fare, which are not among the other numbers.',
      resolve: ({ anchors }) => anchors.mentionCounts,
    }),
    citations: t.field({
      type: CitationReport,
      description:
        'How the citations in changed text fare, which are not among the other numbers; `Document.citations` lists those of a status.',
      resolve: ({ anchors }) => anchors.citationCounts,
    }),
    doubtful: t.field({
      type: [DoubtfulAnchor],
      description:
        'Those that are EDITED, AMBIGUOUS or ORPHANED, the lowest score first; the counts say how many there are in all.',
      args: {
        first: t.arg.int({
          required: true,
          defaultValue: 100,
          description: `How many to list; at most ${DOUBTFUL_LIMIT}.`,
          validate: boundedNumber('first', DOUBTFUL_LIMIT),
        }),
      },
      resolve: ({ anchors: { doubtful, between }, dryRun }, { first }, { budget }) =>
        between === null
          ? []
          : budget.list(doubtful.slice(0, first).map((carried) => ({ carried, ...between, dryRun }))),
    }),
  }),
});

/** The field of a payload that says what became of anchors. */
export const anchorReportField = {
  type: AnchorReport,
  description: 'How the anchors in changed text fare.',
  resolve: (published: Published) => published,
};

builder.objectFields(ImportDocumentPayload, (t) => ({ anchors: t.field(anchorReportField) }));
