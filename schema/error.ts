import { NotAllowed } from '../src/access/not-allowed.ts';
import { RangeInvalid } from '../src/annotations/problems.ts';
import { InputInvalid, NotFound, type Problem } from '../src/problem.ts';
import { TextProblem } from '../src/text/problem.ts';
import { builder } from './builder.ts';

/** Every code that a typed error may have. */
export const errorCodes = [
  'AUTHORITY_TAKEN',
  'BLOCK_NOT_WRITABLE',
  'CITATION_CONFLICT',
  'EDIT_CONFLICT',
  'ENTITY_CONFLICT',
  'INPUT_INVALID',
  'KEY_TAKEN',
  'NESTING_TOO_DEEP',
  'NOT_ALLOWED',
  'NOT_FOUND',
  'OFFSET_OUT_OF_RANGE',
  'OFFSET_SPLITS_CHARACTER',
  'QUOTE_AMBIGUOUS',
  'QUOTE_NOT_FOUND',
  'RANGE_EMPTY',
  'RANGE_REVERSED',
  'RANGE_SPLITS_GRAPHEME',
  'RANGE_TOO_LONG',
  'REFERENCE_MALFORMED',
  'REVISION_CONFLICT',
  'SOURCE_CITED',
  'SOURCE_CONFLICT',
  'TEXT_EMPTY',
  'TEXT_LONE_SURROGATE',
  'TEXT_NUL',
  'TEXT_TOO_MANY_MARKS',
] as const;

type ErrorCode = (typeof errorCodes)[number];

const ErrorCode = builder.enumType('ErrorCode', {
  description: 'What kind of error this is, for programs.',
  values: errorCodes,
});

function codeOf({ code }: Problem): ErrorCode {
  const known = errorCodes.find((one) => one === code);
  if (known === undefined) throw new Error(`${code} is missing in the enum ErrorCode`);
  return known;
}

export const ErrorInterface = builder.interfaceRef<Problem>('Error').implement({
  description: 'Why something was not done. The message is one sentence that says what to do.',
  fields: (t) => ({
    message: t.exposeString('message', { description: 'One sentence for people, that says what to do.' }),
    code: t.field({ type: ErrorCode, description: 'For programs.', resolve: codeOf }),
  }),
});

builder.objectType(InputInvalid, {
  name: 'InputInvalid',
  description: 'Something in the input cannot be accepted.',
  interfaces: [ErrorInterface],
});

builder.objectType(NotFound, {
  name: 'NotFound',
  description: 'What the input names is not there, or not for you to see.',
  interfaces: [ErrorInterface],
});

builder.objectType(NotAllowed, {
  name: 'NotAllowed',
  description: 'You lack the right to do this.',
  interfaces: [ErrorInterface],
});

builder.objectType(RangeInvalid, {
  name: 'RangeInvalid',
  description:
    'The range does not fit the text: outside it, reversed, empty, or in the middle of a character.',
  interfaces: [ErrorInterface],
});

builder.objectType(TextProblem, {
  name: 'TextInvalid',
  description: 'The text cannot be published.',
  interfaces: [ErrorInterface],
});
