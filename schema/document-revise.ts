import { NotAllowed } from '../src/access/not-allowed.ts';
import { RevisionConflict } from '../src/documents/problems.ts';
import type { Published } from '../src/documents/publish.ts';
import { reviseDocument } from '../src/documents/revise.ts';
import { InputInvalid, NotFound } from '../src/problem.ts';
import { TextProblem } from '../src/text/problem.ts';
import { anchorReportField } from './anchor-report.ts';
import { builder } from './builder.ts';
import { change } from './context.ts';
import { Document, Format, ImportOutcome } from './document.ts';
import { ErrorInterface } from './error.ts';
import { idOfType } from './global-id.ts';
import { Revision } from './revision.ts';

builder.objectType(RevisionConflict, {
  name: 'RevisionConflict',
  description: 'The document has got another revision than the one that the text was made on.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    current: t.field({
      type: Revision,
      description: 'The latest one, to repeat the change on.',
      resolve: ({ current }) => current,
    }),
  }),
});

const ReviseDocumentInput = builder.inputType('ReviseDocumentInput', {
  description: 'Another text for a document.',
  fields: (t) => ({
    document: t.id({ required: true, description: 'Which document.' }),
    baseRevision: t.int({
      required: true,
      description: 'The number of the revision that the text was made on; refused unless it is the latest.',
    }),
    text: t.string({ required: true, description: 'The whole text as it is to be.' }),
    format: t.field({
      type: Format,
      required: true,
      defaultValue: 'PLAIN_WIKI',
      description: 'What the text is written in.',
    }),
    title: t.string({ description: 'The title; the one in the text unless given, or else as it was.' }),
    note: t.string({ description: 'What changed with this revision.' }),
    dryRun: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Only says what would become of the anchors, and writes nothing.',
    }),
  }),
});

export const ReviseDocumentPayload = builder.objectRef<Published>('ReviseDocumentPayload').implement({
  description: 'A text was published with all anchors carried into it, or was there already, or was tried.',
  fields: (t) => ({
    outcome: t.expose('outcome', { type: ImportOutcome, description: 'What was done, or would be.' }),
    document: t.expose('document', { type: Document, description: 'The document as it is now.' }),
    revision: t.expose('revision', {
      type: Revision,
      nullable: true,
      description: 'The latest revision; null when a dry run finds that the text would be another one.',
    }),
    dryRun: t.exposeBoolean('dryRun', { description: 'Whether this was only tried.' }),
    anchors: t.field(anchorReportField),
  }),
});

const ReviseDocumentResult = builder.errorUnion('ReviseDocumentResult', {
  description: 'What became of a revision.',
  types: [ReviseDocumentPayload, RevisionConflict, TextProblem, InputInvalid, NotFound, NotAllowed],
  resolveType: () => 'ReviseDocumentPayload',
});

builder.mutationField('reviseDocument', (t) =>
  t.field({
    type: ReviseDocumentResult,
    authScopes: { role: 'EDITOR' },
    description:
      'Publishes another text of a document and carries all anchors into it, in one transaction. The same text changes nothing.',
    args: { input: t.arg({ type: ReviseDocumentInput, required: true, description: 'What to publish.' }) },
    resolve: (_root, { input: { document, text, title = null, note = null, ...input } }, context) => {
      const { scholion, principal } = context;
      const given = {
        ...input,
        documentId: idOfType(document, ['Document'], 'document'),
        source: text,
        title,
        note,
      };
      return change(context, () =>
        reviseDocument(scholion.store, scholion.texts, scholion.linker, principal, given),
      );
    },
  }),
);
