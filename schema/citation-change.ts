import { NotAllowed } from '../src/access/not-allowed.ts';
import { QuoteAmbiguous, QuoteNotFound, RangeInvalid } from '../src/annotations/problems.ts';
import { addCitation } from '../src/citations/add.ts';
import type { Citation as CitationRow } from '../src/citations/citation.ts';
import { type CitationChanges, editCitation } from '../src/citations/edit.ts';
import { citationLimits } from '../src/citations/limits.ts';
import { CitationConflict } from '../src/citations/problems.ts';
import { deleteCitation, restoreCitation } from '../src/citations/remove.ts';
import { InputInvalid, NotFound } from '../src/problem.ts';
import { builder } from './builder.ts';
import { Citation } from './citation.ts';
import { type Context, change } from './context.ts';
import { ErrorInterface } from './error.ts';
import { idOfType } from './global-id.ts';
import { LocatorLabel } from './locator.ts';
import { readSelector, SelectorInput } from './selector.ts';
import './annotation-errors.ts';

const LOCATOR = `Where in the source, such as 12-15, at most ${citationLimits.locator} characters.`;
const LABEL = 'What the locator counts; PAGE where there is a locator and nothing else is said.';

const AddCitationInput = builder.inputType('AddCitationInput', {
  description: 'A place in a text that cites a source.',
  fields: (t) => ({
    document: t.id({ required: true, description: 'The document that cites.' }),
    revision: t.int({
      description: 'The revision whose text the client was looking at; the latest if left out.',
    }),
    source: t.id({ required: true, description: 'What is cited.' }),
    target: t.field({
      type: SelectorInput,
      required: true,
      description: 'The words that cite: a name and a year, a number in brackets, a sentence.',
    }),
    quoted: t.field({ type: SelectorInput, description: 'The words that are quoted from the source.' }),
    locator: t.string({ description: LOCATOR }),
    locatorLabel: t.field({ type: LocatorLabel, description: LABEL }),
    idempotencyKey: t.string({
      description: 'Repeating a request with the same key returns the first result and adds nothing.',
    }),
  }),
});

const EditCitationInput = builder.inputType('EditCitationInput', {
  description: 'What to change of a citation; what is left out stays, and null takes it away.',
  fields: (t) => ({
    citation: t.id({ required: true, description: 'Which citation.' }),
    version: t.int({ required: true, description: 'The version that the change is made on.' }),
    source: t.id({ description: 'What is cited.' }),
    target: t.field({
      type: SelectorInput,
      description: 'Other words of the latest revision that cite; earlier ones show it where it was.',
    }),
    quoted: t.field({
      type: SelectorInput,
      description: 'Other words of the latest revision that are quoted; null where none are.',
    }),
    locator: t.string({ description: LOCATOR }),
    locatorLabel: t.field({ type: LocatorLabel, description: LABEL }),
  }),
});

function idInput(name: string, description: string) {
  return builder.inputType(name, {
    description,
    fields: (t) => ({
      citation: t.id({ required: true, description: 'Which citation.' }),
      version: t.int({ description: 'Refuses the call when the citation has another version.' }),
    }),
  });
}

const DeleteCitationInput = idInput('DeleteCitationInput', 'A citation to delete.');
const RestoreCitationInput = idInput('RestoreCitationInput', 'A citation to restore.');

builder.objectType(CitationConflict, {
  name: 'CitationConflict',
  description: 'The citation was changed since you read it.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    current: t.field({
      type: Citation,
      description: 'The citation as it is now.',
      resolve: ({ current }) => ({ citation: current, asOf: null }),
    }),
  }),
});

function payload(name: string, description: string) {
  return builder.objectRef<CitationRow>(name).implement({
    description,
    fields: (t) => ({
      citation: t.field({
        type: Citation,
        description: 'The citation as it is now.',
        resolve: (citation) => ({ citation, asOf: null }),
      }),
    }),
  });
}

const ofWords = [QuoteNotFound, QuoteAmbiguous, RangeInvalid];
const problems = [InputInvalid, NotFound, NotAllowed];

const AddCitationResult = builder.errorUnion('AddCitationResult', {
  description: 'What became of adding a citation.',
  types: [
    payload('AddCitationPayload', 'The citation was added, or had been by the same request before.'),
    ...ofWords,
    ...problems,
  ],
  resolveType: () => 'AddCitationPayload',
});

const EditCitationResult = builder.errorUnion('EditCitationResult', {
  description: 'What became of an edit of a citation.',
  types: [
    payload('EditCitationPayload', 'The citation was changed.'),
    CitationConflict,
    ...ofWords,
    ...problems,
  ],
  resolveType: () => 'EditCitationPayload',
});

const DeleteCitationResult = builder.errorUnion('DeleteCitationResult', {
  description: 'What became of deleting a citation.',
  types: [
    payload('DeleteCitationPayload', 'The citation is deleted, and can be restored.'),
    CitationConflict,
    ...problems,
  ],
  resolveType: () => 'DeleteCitationPayload',
});

const RestoreCitationResult = builder.errorUnion('RestoreCitationResult', {
  description: 'What became of restoring a citation.',
  types: [payload('RestoreCitationPayload', 'The citation is there again.'), CitationConflict, ...problems],
  resolveType: () => 'RestoreCitationPayload',
});

/** @throws InputInvalid for null where something must be. */
function readChanges(given: typeof EditCitationInput.$inferInput): CitationChanges {
  const { source, target, quoted, locator, locatorLabel } = given;
  for (const [field, value] of Object.entries({ source, target }))
    if (value === null)
      throw new InputInvalid(`A citation cannot be without its ${field}; give another one, or leave it out.`);
  return {
    ...(typeof source === 'string' ? { sourceId: idOfType(source, ['Source'], 'source') } : {}),
    ...(target ? { target: readSelector(target) } : {}),
    ...(quoted === undefined ? {} : { quoted: quoted === null ? null : readSelector(quoted) }),
    ...(locator === undefined ? {} : { locator }),
    ...(locatorLabel === undefined ? {} : { locatorLabel }),
  };
}

type Given = typeof DeleteCitationInput.$inferInput;

function read({ citation, version }: Given): [string, number | null] {
  return [idOfType(citation, ['Citation'], 'citation'), version ?? null];
}

builder.mutationFields((t) => ({
  addCitation: t.field({
    type: AddCitationResult,
    authScopes: { role: 'ANNOTATOR' },
    description: 'Says that words cite a source, and which words they quote from it.',
    args: { input: t.arg({ type: AddCitationInput, required: true, description: 'Which words, and what.' }) },
    resolve: (_root, { input }, context: Context) => {
      const { scholion, principal } = context;
      const given = {
        documentId: idOfType(input.document, ['Document'], 'document'),
        revision: input.revision ?? null,
        sourceId: idOfType(input.source, ['Source'], 'source'),
        target: readSelector(input.target),
        quoted: input.quoted ? readSelector(input.quoted) : null,
        locator: input.locator ?? null,
        locatorLabel: input.locatorLabel ?? null,
        idempotencyKey: input.idempotencyKey ?? null,
      };
      return change(context, () => addCitation(scholion.store, scholion.texts, principal, given));
    },
  }),
  editCitation: t.field({
    type: EditCitationResult,
    authScopes: { role: 'ANNOTATOR' },
    description: 'Changes what is cited, where in it, or by which words. Its creator may, and editors.',
    args: { input: t.arg({ type: EditCitationInput, required: true, description: 'What to change.' }) },
    resolve: (_root, { input }, context) => {
      const { scholion, principal } = context;
      const edit = {
        id: idOfType(input.citation, ['Citation'], 'citation'),
        version: input.version,
        changes: readChanges(input),
      };
      return change(context, () => editCitation(scholion.store, scholion.texts, principal, edit));
    },
  }),
  deleteCitation: t.field({
    type: DeleteCitationResult,
    authScopes: { role: 'ANNOTATOR' },
    description: 'Deletes a citation, so that it can be restored. Its creator may, and editors.',
    args: { input: t.arg({ type: DeleteCitationInput, required: true, description: 'Which citation.' }) },
    resolve: (_root, { input }, context) =>
      change(context, () => deleteCitation(context.scholion.store, context.principal, ...read(input))),
  }),
  restoreCitation: t.field({
    type: RestoreCitationResult,
    authScopes: { role: 'ANNOTATOR' },
    description: 'Brings a deleted citation back. Its creator may, and editors.',
    args: { input: t.arg({ type: RestoreCitationInput, required: true, description: 'Which citation.' }) },
    resolve: (_root, { input }, context) =>
      change(context, () => restoreCitation(context.scholion.store, context.principal, ...read(input))),
  }),
}));
