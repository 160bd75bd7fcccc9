import { NotAllowed } from '../src/access/not-allowed.ts';
import type { Linked } from '../src/documents/unit-linker.ts';
import { linkDocument } from '../src/mentions/linking/link-document.ts';
import { InputInvalid, NotFound } from '../src/problem.ts';
import type { Document as DocumentRow } from '../src/store/generated/client.ts';
import { builder } from './builder.ts';
import { change } from './context.ts';
import { Document, ImportDocumentPayload } from './document.ts';
import { ReviseDocumentPayload } from './document-revise.ts';
import { found } from './found.ts';
import { idOfType } from './global-id.ts';

export const LinkReport = builder.objectRef<Linked>('LinkReport').implement({
  description: 'What the linker did in texts.',
  fields: (t) => ({
    suggested: t.exposeInt('suggested', {
      description: 'How many mentions it suggested that were not there.',
    }),
    withdrawn: t.exposeInt('withdrawn', {
      description: 'How many of its own suggestions it withdrew, as it would not make them now.',
    }),
    omitted: t.exposeInt('omitted', {
      description: 'How many places it left out, as one document had too many.',
    }),
  }),
});

interface LinkedDocument {
  document: DocumentRow;
  linked: Linked;
}

const LinkDocumentInput = builder.inputType('LinkDocumentInput', {
  description: 'A document to look for entities in.',
  fields: (t) => ({ document: t.id({ required: true, description: 'Which document.' }) }),
});

const LinkDocumentPayload = builder.objectRef<LinkedDocument>('LinkDocumentPayload').implement({
  description: 'The whole latest text was gone over.',
  fields: (t) => ({
    document: t.field({
      type: Document,
      description: 'The document.',
      resolve: ({ document }) => document,
    }),
    linked: t.field({
      type: LinkReport,
      description: 'What the linker did in it.',
      resolve: ({ linked }) => linked,
    }),
  }),
});

const LinkDocumentResult = builder.errorUnion('LinkDocumentResult', {
  description: 'What became of linking a document.',
  types: [LinkDocumentPayload, InputInvalid, NotFound, NotAllowed],
  resolveType: () => 'LinkDocumentPayload',
});

builder.mutationField('linkDocument', (t) =>
  t.field({
    type: LinkDocumentResult,
    authScopes: { role: 'EDITOR' },
    description:
      'Looks for the entities of the registry in the whole latest text of a document, as importing and revising do in changed text. What people decided stands.',
    args: { input: t.arg({ type: LinkDocumentInput, required: true, description: 'Which document.' }) },
    resolve: async (_root, { input }, context) => {
      const documentId = idOfType(input.document, ['Document'], 'document');
      const linked = await change(context, () =>
        linkDocument(context.scholion, context.principal, documentId),
      );
      return { document: found(await context.loaders.document.read(documentId)), linked };
    },
  }),
);

const linkedField = {
  type: LinkReport,
  description: 'What the linker did in the changed text.',
  resolve: ({ linked }: { linked: Linked }) => linked,
};

builder.objectFields(ImportDocumentPayload, (t) => ({ linked: t.field(linkedField) }));
builder.objectFields(ReviseDocumentPayload, (t) => ({ linked: t.field(linkedField) }));
