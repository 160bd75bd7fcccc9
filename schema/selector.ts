import type { Selector } from '../src/annotations/input.ts';
import { InputInvalid } from '../src/problem.ts';
import { builder } from './builder.ts';
import { TextRangeInput } from './text-range.ts';

const TextQuoteInput = builder.inputType('TextQuoteInput', {
  description:
    'Words of the text. Where they do not stand there verbatim, they are found if they differ in white space, hyphenation, quotation marks, dashes, ligatures, case or accents, or in a few letters; a place that says something else is never taken.',
  fields: (t) => ({
    exact: t.string({ required: true, description: 'The words.' }),
    prefix: t.string({ description: 'What stands right before them.' }),
    suffix: t.string({ description: 'What stands right after them.' }),
    near: t.field({
      type: TextRangeInput,
      description: 'Where the words are expected, to choose between equals.',
    }),
  }),
});

const BlockSelectorInput = builder.inputType('BlockSelectorInput', {
  description: 'A block, or words in it.',
  fields: (t) => ({
    ref: t.string({ required: true, description: 'The citable path of the block, such as 5.2.' }),
    range: t.field({ type: TextRangeInput, description: "Counted from the start of the block's text." }),
  }),
});

export const SelectorInput = builder.inputType('SelectorInput', {
  isOneOf: true,
  description: 'One way to say which words are meant.',
  fields: (t) => ({
    range: t.field({ type: TextRangeInput, description: 'A range of the text of the revision.' }),
    quote: t.field({ type: TextQuoteInput, description: 'The words themselves.' }),
    block: t.field({ type: BlockSelectorInput, description: 'A block, or words in it.' }),
    passage: t.string({ description: 'A canonical reference, such as secret-speech@1:5.2@17-42.' }),
  }),
});

/** A selector as a client gives it. */
export function readSelector(given: typeof SelectorInput.$inferInput): Selector {
  if (given.range) return { kind: 'range', range: given.range };
  if (given.quote) {
    const { exact, prefix, suffix, near } = given.quote;
    return {
      kind: 'quote',
      exact,
      ...(typeof prefix === 'string' ? { prefix } : {}),
      ...(typeof suffix === 'string' ? { suffix } : {}),
      ...(near ? { near } : {}),
    };
  }
  if (given.block) {
    const { ref, range } = given.block;
    return { kind: 'block', ref, ...(range ? { range } : {}) };
  }
  if (typeof given.passage === 'string') return { kind: 'passage', reference: given.passage };
  throw new InputInvalid('A target says nothing; give a range, a quote, a block or a passage.');
}
