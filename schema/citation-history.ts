import { type CitationContent, citationAfter, citationMoves } from '../src/citations/history.ts';
import { Agent } from './agent.ts';
import { AnchorStanding, type AnchorStandingModel, standingRecorded } from './anchor-standing.ts';
import { builder } from './builder.ts';
import { Citation } from './citation.ts';
import { rowCursor } from './cursor.ts';
import { found } from './found.ts';
import { encodeGlobalId } from './global-id.ts';
import { LocatorLabel } from './locator.ts';
import { connectionOf, forwardArguments, readPage } from './page.ts';
import { Revision } from './revision.ts';
import { Source, sourceNamed } from './source.ts';
import { when } from './when.ts';

const eventKinds = [
  'CITATION_ADDED',
  'CITATION_EDITED',
  'CITATION_DELETED',
  'CITATION_RESTORED',
  'ANCHORS_CARRIED',
] as const;

const CitationEventKind = builder.enumType('CitationEventKind', {
  description: 'What happened to a citation.',
  values: {
    CITATION_ADDED: { description: 'It was made.' },
    CITATION_EDITED: { description: 'What it cites, or by which words, was changed.' },
    CITATION_DELETED: { description: 'It was deleted.' },
    CITATION_RESTORED: { description: 'It was brought back.' },
    ANCHORS_CARRIED: { description: 'A new revision of the text changed what it points at.' },
  } satisfies Record<(typeof eventKinds)[number], object>,
});

const CitationState = builder.objectRef<CitationContent>('CitationState').implement({
  description: 'What a citation said at a time.',
  fields: (t) => ({
    source: t.field({
      type: Source,
      description: 'What was cited, as it is read now; as it was last, where it was deleted since.',
      resolve: ({ sourceId }, _args, context) => sourceNamed(sourceId, context),
    }),
    locator: t.exposeString('locator', { nullable: true, description: 'Where in the source.' }),
    locatorLabel: t.expose('locatorLabel', {
      type: LocatorLabel,
      nullable: true,
      description: 'What the locator counted.',
    }),
  }),
});

interface Move {
  from: AnchorStandingModel | null;
  to: AnchorStandingModel | null;
}

const CitationAnchorMove = builder.objectRef<Move>('CitationAnchorMove').implement({
  description: 'How an anchor of a citation came to point elsewhere.',
  fields: (t) => ({
    from: t.expose('from', {
      type: AnchorStanding,
      nullable: true,
      description: 'As it stood before; null where there was none.',
    }),
    to: t.expose('to', {
      type: AnchorStanding,
      nullable: true,
      description: 'As it stood then; null where it was taken away.',
    }),
  }),
});

const CitationEvent = builder.prismaObject('Event', {
  variant: 'CitationEvent',
  description: 'A change to a citation.',
  fields: (t) => ({
    id: t.id({
      description: 'By which it is told from others.',
      resolve: ({ id }) => encodeGlobalId('CitationEvent', id),
    }),
    kind: t.field({
      type: CitationEventKind,
      description: 'What happened.',
      resolve: (event) => found(eventKinds.find((kind) => kind === event.kind)),
    }),
    occurredAt: t.expose('occurredAt', { type: 'DateTime', description: 'When.' }),
    agent: t.field({
      type: Agent,
      description: 'Who did it.',
      resolve: ({ agentId }, _args, { loaders }) => when(loaders.agent.read(agentId), found),
    }),
    version: t.int({
      nullable: true,
      description:
        'The version of the citation after it; null where a new revision moved its anchors, which is none.',
      resolve: (event) => citationAfter(event)?.version ?? null,
    }),
    state: t.field({
      type: CitationState,
      nullable: true,
      description: 'What the citation said after it; null where it changed only where the citation points.',
      resolve: citationAfter,
    }),
    revision: t.field({
      type: Revision,
      nullable: true,
      description: 'The revision that moved its anchors; null where none did.',
      resolve: ({ revisionId }, _args, { loaders }) =>
        revisionId === null ? null : loaders.revision.read(revisionId),
    }),
    anchors: t.field({
      type: [CitationAnchorMove],
      description: 'Which of its anchors it moved, from where to where.',
      resolve: (event, _args, context) =>
        Promise.all(
          citationMoves(event).map(async ({ from, to }) => ({
            from: from === null ? null : await standingRecorded(from, context),
            to: to === null ? null : await standingRecorded(to, context),
          })),
        ),
    }),
  }),
});

const CitationEventConnection = builder.connectionObject(
  { type: CitationEvent, name: 'CitationEventConnection', description: 'A page of changes to a citation.' },
  { name: 'CitationEventEdge', description: 'A change in a list.' },
);

builder.objectFields(Citation, (t) => ({
  history: t.field({
    type: CitationEventConnection,
    description: 'What happened to it, the first event first.',
    args: forwardArguments(),
    resolve: async ({ citation }, args, { loaders }) => {
      const page = readPage(args, rowCursor.decode);
      const read = await loaders.citationHistory.read({
        citationId: citation.id,
        page: { limit: page.size + 1, after: page.after },
      });
      const count = async () => (await loaders.citationHistoryCount.read(citation.id)) ?? 0;
      return connectionOf(page, read, rowCursor.encode, count);
    },
  }),
}));
