import {
  type SourceEvent as SourceEventRow,
  type SourceState as SourceStateRow,
  type sourceEventKinds,
  sourceStateOf,
} from '../src/citations/sources/events.ts';
import type { Source as SourceRow } from '../src/citations/sources/read.ts';
import { Agent } from './agent.ts';
import { builder } from './builder.ts';
import { rowCursor } from './cursor.ts';
import { found } from './found.ts';
import { encodeGlobalId } from './global-id.ts';
import { connectionOf, forwardArguments, readPage } from './page.ts';
import { Source, SourceCreator, SourceType } from './source.ts';
import { dateDescriptions, eachField, LANGUAGE, textDescriptions, URL } from './source-fields.ts';
import { when } from './when.ts';

const SourceEventKind = builder.enumType('SourceEventKind', {
  description: 'What happened to a source.',
  values: {
    SOURCE_SAVED: { description: 'It was added, or what is known of it was changed.' },
    SOURCE_DELETED: { description: 'It was deleted.' },
    SOURCES_MERGED: { description: 'One was merged into another.' },
    SOURCE_MERGE_UNDONE: { description: 'A merge was undone.' },
  } satisfies Record<(typeof sourceEventKinds)[number], object>,
});

const SourceState = builder.objectRef<SourceStateRow>('SourceState').implement({
  description: 'What was known of a source at a time.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its citation key.' }),
    type: t.field({ type: SourceType, description: 'What it was.', resolve: ({ content }) => content.type }),
    creators: t.field({
      type: [SourceCreator],
      description: 'Who had a part in it, in order.',
      resolve: ({ content }, _args, { budget }) => budget.list(content.creators),
    }),
    ...eachField(textDescriptions, (name, description) =>
      t.string({ nullable: true, description, resolve: ({ content }) => content[name] }),
    ),
    ...eachField(dateDescriptions, (name, description) =>
      t.field({ type: 'EDTF', nullable: true, description, resolve: ({ content }) => content[name] }),
    ),
    language: t.field({
      type: 'LanguageTag',
      nullable: true,
      description: LANGUAGE,
      resolve: ({ content }) => content.language,
    }),
    url: t.field({ type: 'URL', nullable: true, description: URL, resolve: ({ content }) => content.url }),
  }),
});

const SourceRecord = builder.objectRef<SourceRow>('SourceRecord').implement({
  description: 'A source as it is by itself, whatever it was merged into, and even where it was deleted.',
  fields: (t) => ({
    id: t.id({
      description: 'Its id, by which the source is found that it is read as now, and a merge is undone.',
      resolve: ({ id }) => encodeGlobalId('Source', id),
    }),
    key: t.exposeString('key', { description: 'Its citation key.' }),
    type: t.expose('type', { type: SourceType, description: 'What it is.' }),
    title: t.exposeString('title', { nullable: true, description: 'Its title.' }),
  }),
});

const SourceEvent = builder.objectRef<SourceEventRow>('SourceEvent').implement({
  description: 'A change of the sources.',
  fields: (t) => ({
    id: t.id({
      description: 'By which it is told from others.',
      resolve: ({ id }) => encodeGlobalId('SourceEvent', id),
    }),
    kind: t.expose('kind', { type: SourceEventKind, description: 'What happened.' }),
    occurredAt: t.expose('occurredAt', { type: 'DateTime', description: 'When.' }),
    agent: t.field({
      type: Agent,
      description: 'Who did it.',
      resolve: ({ agentId }, _args, { loaders }) => when(loaders.agent.read(agentId), found),
    }),
    subject: t.field({
      type: SourceRecord,
      description: 'What was saved, deleted or merged, or stands for itself again.',
      resolve: ({ sourceId }, _args, { loaders }) => when(loaders.sourceRecord.read(sourceId), found),
    }),
    into: t.field({
      type: SourceRecord,
      nullable: true,
      description: 'What it was merged into; null of a saving and a deletion.',
      resolve: ({ intoSourceId }, _args, { loaders }) =>
        intoSourceId === null ? null : loaders.sourceRecord.read(intoSourceId),
    }),
    version: t.int({
      nullable: true,
      description: 'The version of the source after it; null of merges, which leave it as it is.',
      resolve: (event) => sourceStateOf(event)?.version ?? null,
    }),
    state: t.field({
      type: SourceState,
      nullable: true,
      description: 'What was known of it after a saving, or when it was deleted; null of merges.',
      resolve: sourceStateOf,
    }),
  }),
});

const SourceEventConnection = builder.connectionObject(
  { type: SourceEvent, name: 'SourceEventConnection', description: 'A page of changes of the sources.' },
  { name: 'SourceEventEdge', description: 'A change in a list.' },
);

builder.objectFields(Source, (t) => ({
  history: t.field({
    type: SourceEventConnection,
    description: 'What happened to it and to all that were merged into it, the first event first.',
    args: forwardArguments(),
    resolve: async ({ id: sourceId }, args, { loaders }) => {
      const page = readPage(args, rowCursor.decode);
      const read = await loaders.sourceHistory.read({
        sourceId,
        page: { limit: page.size + 1, after: page.after },
      });
      const count = async () => (await loaders.sourceHistoryCount.read(sourceId)) ?? 0;
      return connectionOf(page, read, rowCursor.encode, count);
    },
  }),
}));
