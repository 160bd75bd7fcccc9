import { citationLimits } from '../src/citations/limits.ts';
import {
  decodeQuotation,
  encodeQuotation,
  findQuotations,
  type Quotation as QuotationRow,
} from '../src/citations/quotations.ts';
import { passageAt } from '../src/documents/passages.ts';
import { boundedNumber } from './bounded-number.ts';
import { builder } from './builder.ts';
import { Citation } from './citation.ts';
import { SEARCH_COST } from './cost.ts';
import { found } from './found.ts';
import { DEFAULT_PAGE_SIZE, LARGEST_PAGE_SIZE } from './page-size.ts';
import { Passage } from './passage.ts';
import { prefetchCitations } from './prefetch-citations.ts';

const Quotation = builder.objectRef<QuotationRow>('Quotation').implement({
  description: 'A place in a text where words of a quotation stand.',
  fields: (t) => ({
    passage: t.field({
      type: Passage,
      description: 'The place, in the latest text of its document.',
      resolve: async ({ revisionId, start, end }, _args, { loaders }) => {
        const revision = found(await loaders.text.read(revisionId));
        const offset = (codePoints: number) => revision.offsets.toUtf16(codePoints, 'CODE_POINT');
        return passageAt(revision, { start: offset(start), end: offset(end) });
      },
    }),
    citations: t.field({
      type: [Citation],
      description: `The citations whose citing or quoted words touch it, in the order of the text; ${citationLimits.citationsOfPlace} at most.`,
      resolve: async ({ citationIds }, _args, context, info) => {
        const rows = await Promise.all(citationIds.map((id) => context.loaders.citation.read(id)));
        const models = rows.flatMap((citation) => (citation === null ? [] : [{ citation, asOf: null }]));
        await prefetchCitations(models, context, info);
        return context.budget.list(models);
      },
    }),
  }),
});

interface Found {
  quotations: QuotationRow[];
  next: string | null;
}

const Quotations = builder.objectRef<Found>('Quotations').implement({
  description: 'Where words stand in all texts.',
  fields: (t) => ({
    places: t.field({
      type: [Quotation],
      description: 'The places, in the order of the documents’ slugs and of their texts.',
      resolve: ({ quotations }, _args, { budget }) => budget.list(quotations),
    }),
    next: t.exposeString('next', {
      nullable: true,
      description:
        'Give it as `after` to read on; null where that was all. A page may be short, or empty, before the last.',
    }),
  }),
});

builder.queryField('quotations', (t) =>
  t.field({
    type: Quotations,
    description:
      'Where words stand in the latest texts of all documents, and what is cited there. Case, accents, white space, dashes and quotation marks do not matter; elisions ("…", "[...]") cut the words into parts that follow each other.',
    complexity: ({ first }) => ({ field: 10 * SEARCH_COST, multiplier: Math.max(1, first) }),
    args: {
      words: t.arg.string({
        required: true,
        description: `The words, ${citationLimits.quotationLeast} to ${citationLimits.quotationMost} characters: two that are not among the commonest, or a rare one.`,
      }),
      first: t.arg.int({
        required: true,
        defaultValue: DEFAULT_PAGE_SIZE,
        description: `How many at most, up to ${LARGEST_PAGE_SIZE}.`,
        validate: boundedNumber('first', LARGEST_PAGE_SIZE),
      }),
      after: t.arg.string({ description: 'Read on after this, the `next` of the page before.' }),
    },
    resolve: async (_root, { words, first, after }, { scholion }) => {
      const page = { limit: first, after: typeof after === 'string' ? decodeQuotation(after) : null };
      const answer = await findQuotations(scholion.store.prisma, scholion.texts, words, page);
      return {
        quotations: answer.quotations,
        next: answer.next === null ? null : encodeQuotation(answer.next),
      };
    },
  }),
);
