import { NotAllowed } from '../src/access/not-allowed.ts';
import { type ImportResult, importDocument } from '../src/documents/import.ts';
import { countDocuments, listDocuments } from '../src/documents/list.ts';
import type { Loaders } from '../src/loaders.ts';
import { InputInvalid } from '../src/problem.ts';
import type { Document as DocumentRow } from '../src/store/generated/client.ts';
import { isRightToLeft } from '../src/text/direction.ts';
import { TextProblem } from '../src/text/problem.ts';
import { builder } from './builder.ts';
import { change } from './context.ts';
import { rowCursor } from './cursor.ts';
import { idOfType } from './global-id.ts';
import { connectionOf, pageArguments, readPage } from './page.ts';

const TextDirection = builder.enumType('TextDirection', {
  description: 'How a text runs.',
  values: ['LTR', 'RTL'] as const,
});

const Rights = builder.objectRef<DocumentRow>('Rights').implement({
  description: 'Under which terms a text may be used, and whom to name.',
  fields: (t) => ({
    licence: t.exposeString('licence', { nullable: true, description: 'The licence, such as CC BY-SA 4.0.' }),
    attribution: t.exposeString('attribution', { nullable: true, description: 'Whom to name.' }),
    sourceUrl: t.expose('sourceUrl', {
      type: 'URL',
      nullable: true,
      description: 'Where the text was taken from.',
    }),
  }),
});

export const Document = builder.prismaNode('Document', {
  description: 'A text with a name of its own. Its words live in its revisions.',
  id: { field: 'id' },
  nullable: true,
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'The name by which canonical references know it.' }),
    title: t.exposeString('title', { description: 'The title.' }),
    language: t.expose('language', {
      type: 'LanguageTag',
      description: 'The language of the text; `und` when it is not known.',
    }),
    direction: t.field({
      type: TextDirection,
      description: 'How the script of the language runs.',
      resolve: ({ language }) => (isRightToLeft(language) ? 'RTL' : 'LTR'),
    }),
    rights: t.field({
      type: Rights,
      description: 'Under which terms the text may be used.',
      resolve: (document) => document,
    }),
  }),
});

const DocumentConnection = builder.connectionObject(
  { type: Document, name: 'DocumentConnection', description: 'A page of documents, oldest first.' },
  { name: 'DocumentEdge', description: 'A document in a list.' },
);

const DocumentBy = builder.inputType('DocumentBy', {
  isOneOf: true,
  description: 'One way to name a document.',
  fields: (t) => ({
    id: t.id({ description: 'By its id.' }),
    slug: t.string({ description: 'By its slug.' }),
    sourceUrl: t.field({ type: 'URL', description: 'By where it was taken from.' }),
  }),
});

const DocumentFilter = builder.inputType('DocumentFilter', {
  description: 'Which documents to list; what is left out does not restrict.',
  fields: (t) => ({
    language: t.field({ type: 'LanguageTag', description: 'In this language.' }),
    title: t.string({ description: 'With this in their title, in any case of letters.' }),
    mentions: t.id({
      description:
        'Mentioning this entity in their latest text: confirmed, or suggested with a confidence over 0.5.',
    }),
    cites: t.id({ description: 'Citing this source in their latest text.' }),
  }),
});

builder.queryFields((t) => ({
  document: t.field({
    type: Document,
    nullable: true,
    description: 'The document named, or null.',
    args: { by: t.arg({ type: DocumentBy, required: true, description: 'Which one.' }) },
    resolve: (_root, { by }, { loaders }) => {
      if (typeof by.id === 'string') return loaders.document.read(idOfType(by.id, ['Document'], 'by.id'));
      return loaders.documentBy.read(
        typeof by.slug === 'string' ? { slug: by.slug } : { sourceUrl: by.sourceUrl ?? '' },
      );
    },
  }),
  documents: t.field({
    type: DocumentConnection,
    description: 'The documents that there are, oldest first.',
    args: {
      filter: t.arg({ type: DocumentFilter, description: 'Which of them.' }),
      ...pageArguments(),
    },
    resolve: async (_root, { filter: given, ...pageGiven }, { scholion, loaders }) => {
      const { prisma } = scholion.store;
      const filter = {
        ...(typeof given?.language === 'string' ? { language: given.language } : {}),
        ...(typeof given?.title === 'string' ? { title: given.title } : {}),
        ...(typeof given?.mentions === 'string'
          ? {
              mentions: await standingEntity(
                idOfType(given.mentions, ['Entity'], 'filter.mentions'),
                loaders,
              ),
            }
          : {}),
        ...(typeof given?.cites === 'string'
          ? { cites: await standingSource(idOfType(given.cites, ['Source'], 'filter.cites'), loaders) }
          : {}),
      };
      const page = readPage(pageGiven, rowCursor.decode);
      const rows = await listDocuments(prisma, filter, { ...page, limit: page.size + 1 });
      return connectionOf(page, rows, rowCursor.encode, () => countDocuments(prisma, filter));
    },
  }),
}));

/** The id of the entity as which one is read. */
async function standingEntity(id: string, { entity }: Loaders): Promise<string> {
  return (await entity.read(id))?.id ?? id;
}

/** The id of the source as which one is read. */
async function standingSource(id: string, { source }: Loaders): Promise<string> {
  return (await source.read(id))?.id ?? id;
}

export const Format = builder.enumType('Format', {
  description: 'What a text to import is written in.',
  values: {
    PLAIN_WIKI: {
      description:
        'Plain text with `= Title =`, `== Section ==`, paragraphs between blank lines, and `- item` lists that nest by two spaces.',
    },
  } as const,
});

const ImportDocumentInput = builder.inputType('ImportDocumentInput', {
  description: 'A text to publish, and what is known of it. What is left out stays as it is.',
  fields: (t) => ({
    slug: t.string({
      required: true,
      description: 'The name to publish it under. Where there is one of this name, it gets a new revision.',
    }),
    text: t.string({ required: true, description: 'The text itself.' }),
    format: t.field({
      type: Format,
      required: true,
      defaultValue: 'PLAIN_WIKI',
      description: 'What the text is written in.',
    }),
    title: t.string({ description: 'The title; the one in the text unless given.' }),
    language: t.field({
      type: 'LanguageTag',
      description: 'The language; `und` for a new document unless given.',
    }),
    licence: t.string({ description: 'The licence, such as CC BY-SA 4.0.' }),
    attribution: t.string({ description: 'Whom to name.' }),
    sourceUrl: t.field({ type: 'URL', description: 'Where the text was taken from.' }),
    note: t.string({ description: 'What changed with this revision.' }),
  }),
});

export const ImportOutcome = builder.enumType('ImportOutcome', {
  description: 'What publishing a text did.',
  values: {
    CREATED: { description: 'There was no document of this name; now there is.' },
    REVISED: { description: 'The document has a new revision.' },
    DESCRIBED: { description: 'The text is the same; its title, language or rights changed.' },
    UNCHANGED: { description: 'All was the same; nothing was written.' },
  } as const,
});

export const ImportDocumentPayload = builder.objectRef<ImportResult>('ImportDocumentPayload').implement({
  description: 'A text was published, or was there already.',
  fields: (t) => ({
    outcome: t.expose('outcome', { type: ImportOutcome, description: 'What was done.' }),
    document: t.expose('document', { type: Document, description: 'The document as it is now.' }),
    orphaned: t.int({
      description: 'How many anchors became ORPHANED with this revision, as their words are gone.',
      resolve: ({ anchors }) => anchors.counts.ORPHANED,
    }),
  }),
});

const ImportDocumentResult = builder.errorUnion('ImportDocumentResult', {
  description: 'What became of an import.',
  types: [ImportDocumentPayload, TextProblem, InputInvalid, NotAllowed],
  resolveType: () => 'ImportDocumentPayload',
});

builder.mutationField('importDocument', (t) =>
  t.field({
    type: ImportDocumentResult,
    authScopes: { role: 'EDITOR' },
    description:
      'Publishes a text. The same text twice changes nothing; another text under the same slug is a new revision.',
    args: { input: t.arg({ type: ImportDocumentInput, required: true, description: 'What to publish.' }) },
    resolve: (_root, { input: { text, ...input } }, context) =>
      change(context, () =>
        importDocument(
          context.scholion.store,
          context.scholion.texts,
          context.scholion.linker,
          context.principal,
          {
            ...input,
            source: text,
          },
        ),
      ),
  }),
);
