import type { TextRange as Range } from '../src/text/range.ts';
import type { RevisionText } from '../src/text/revision-text.ts';
import { builder } from './builder.ts';

export const OffsetUnit = builder.enumType('OffsetUnit', {
  description: 'What offsets count.',
  values: {
    CODE_POINT: { description: 'Unicode code points, as the W3C Web Annotation model, DTS and NIF do.' },
    UTF16: { description: 'UTF-16 code units, as JavaScript, Java and C# strings do.' },
    UTF8: { description: 'Bytes of UTF-8, as Go and Rust strings do.' },
  } as const,
});

/** A UTF-16 range of a revision's canonical text. */
export interface RangeInRevision extends Range {
  revision: RevisionText;
}

/** The argument that says what offsets or lengths count. */
export const unitArgument = () =>
  builder.args((t) => ({
    unit: t.field({
      type: OffsetUnit,
      required: true,
      defaultValue: 'CODE_POINT',
      description: 'What to count.',
    }),
  }));

export const TextRange = builder.objectRef<RangeInRevision>('TextRange').implement({
  description: 'A half-open range of the text of a revision.',
  fields: (t) => ({
    start: t.int({
      description: 'The offset of the first character.',
      args: unitArgument(),
      resolve: ({ revision, start }, { unit }) => revision.offsets.fromUtf16(start, unit),
    }),
    end: t.int({
      description: 'The offset after the last character.',
      args: unitArgument(),
      resolve: ({ revision, end }, { unit }) => revision.offsets.fromUtf16(end, unit),
    }),
  }),
});

export const TextRangeInput = builder.inputType('TextRangeInput', {
  description: 'A half-open range. One that would split a character as readers see it is refused.',
  fields: (t) => ({
    start: t.int({ required: true, description: 'The offset of the first character.' }),
    end: t.int({ required: true, description: 'The offset after the last character.' }),
    unit: t.field({
      type: OffsetUnit,
      required: true,
      defaultValue: 'CODE_POINT',
      description: 'What the offsets count.',
    }),
  }),
});
