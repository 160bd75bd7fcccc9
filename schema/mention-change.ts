import { NotAllowed } from '../src/access/not-allowed.ts';
import { QuoteAmbiguous, QuoteNotFound, RangeInvalid } from '../src/annotations/problems.ts';
import { addMention } from '../src/mentions/add.ts';
import { mentionLimits } from '../src/mentions/limits.ts';
import { type Reviewed, reviewMentions } from '../src/mentions/review.ts';
import { InputInvalid, NotFound } from '../src/problem.ts';
import { builder } from './builder.ts';
import { change } from './context.ts';
import { idOfType } from './global-id.ts';
import { Mention, type MentionModel, MentionStatus } from './mention.ts';
import { readSelector, SelectorInput } from './selector.ts';
import './annotation-errors.ts';

const AddMentionInput = builder.inputType('AddMentionInput', {
  description: 'A place in a text that refers to an entity.',
  fields: (t) => ({
    document: t.id({ required: true, description: 'The document that it is in.' }),
    revision: t.int({
      description: 'The revision whose text the client was looking at; the latest if left out.',
    }),
    target: t.field({ type: SelectorInput, required: true, description: 'The words.' }),
    entity: t.id({ required: true, description: 'Whom or what they refer to.' }),
    suggested: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Whether it is a mere suggestion, for somebody to confirm or reject.',
    }),
    confidence: t.float({
      required: true,
      defaultValue: 1,
      description: 'How sure it is, from 0 to 1.',
    }),
  }),
});

const AddMentionPayload = builder.objectRef<MentionModel>('AddMentionPayload').implement({
  description: 'The mention is there.',
  fields: (t) => ({
    mention: t.field({
      type: Mention,
      description: 'The mention; one that was on these words already, where there was one.',
      resolve: (mention) => mention,
    }),
  }),
});

const AddMentionResult = builder.errorUnion('AddMentionResult', {
  description: 'What became of adding a mention.',
  types: [AddMentionPayload, QuoteNotFound, QuoteAmbiguous, RangeInvalid, InputInvalid, NotFound, NotAllowed],
  resolveType: () => 'AddMentionPayload',
});

const ReviewMentionInput = builder.inputType('ReviewMentionInput', {
  description: 'What is decided of mentions.',
  fields: (t) => ({
    mentions: t.idList({
      required: true,
      description: `Which; at most ${mentionLimits.reviewed}. All of them are reviewed, or none.`,
    }),
    status: t.field({
      type: MentionStatus,
      required: true,
      defaultValue: 'CONFIRMED',
      description:
        'CONFIRMED rejects what else was suggested for the same words; SUGGESTED takes a decision back.',
    }),
    entity: t.id({ description: 'Whom or what they refer to, where that is another entity.' }),
  }),
});

const ReviewMentionPayload = builder.objectRef<Reviewed>('ReviewMentionPayload').implement({
  description: 'The mentions were reviewed.',
  fields: (t) => ({
    mentions: t.field({
      type: [Mention],
      description:
        'The mentions as they are now, in the order given; of several on the same words that were confirmed as one entity, one stays.',
      resolve: ({ mentions }, _args, { budget }) =>
        budget.list(mentions.map((mention) => ({ mention, asOf: null }))),
    }),
    rejected: t.field({
      type: [Mention],
      description: 'What else was suggested for the same words, and is rejected with that.',
      resolve: ({ rejected }, _args, { budget }) =>
        budget.list(rejected.map((mention) => ({ mention, asOf: null }))),
    }),
  }),
});

const ReviewMentionResult = builder.errorUnion('ReviewMentionResult', {
  description: 'What became of a review.',
  types: [ReviewMentionPayload, InputInvalid, NotFound, NotAllowed],
  resolveType: () => 'ReviewMentionPayload',
});

builder.mutationFields((t) => ({
  addMention: t.field({
    type: AddMentionResult,
    authScopes: { role: 'ANNOTATOR' },
    description:
      'Says that words refer to an entity. Where they are a mention of it already, that one is confirmed; what else was suggested for them is rejected. Without the role EDITOR it is a suggestion, and decides nothing.',
    args: { input: t.arg({ type: AddMentionInput, required: true, description: 'Which words, and whom.' }) },
    resolve: async (_root, { input }, context) => {
      const { scholion, principal } = context;
      const given = {
        documentId: idOfType(input.document, ['Document'], 'document'),
        revision: input.revision ?? null,
        target: readSelector(input.target),
        entityId: idOfType(input.entity, ['Entity'], 'entity'),
        suggested: input.suggested,
        confidence: input.confidence,
      };
      const mention = await change(context, () =>
        addMention(scholion.store, scholion.texts, principal, given),
      );
      return { mention, asOf: null };
    },
  }),
  reviewMention: t.field({
    type: ReviewMentionResult,
    authScopes: { role: 'ANNOTATOR' },
    description:
      'Confirms or rejects mentions, or says whom they refer to. What is rejected is never suggested again. Editors may; who made a mention may reject it or change its entity.',
    args: {
      input: t.arg({ type: ReviewMentionInput, required: true, description: 'Which, and what of them.' }),
    },
    resolve: (_root, { input: { mentions, status, entity } }, context) => {
      const { scholion, principal } = context;
      const review = {
        mentionIds: mentions.map((id) => idOfType(id, ['Mention'], 'mentions')),
        status,
        entityId: typeof entity === 'string' ? idOfType(entity, ['Entity'], 'entity') : null,
      };
      return change(context, () => reviewMentions(scholion.store, principal, review));
    },
  }),
}));
