import { z } from 'zod';
import type { Selector } from '../../annotations/input.ts';
import { InputInvalid } from '../../problem.ts';
import { LocatorLabel } from '../../store/generated/enums.ts';
import { excerpt } from '../../text/excerpt.ts';

/** A citation as a file has it: of a source that is named by its key, in a document that the file does not name. */
export interface ReadCitation {
  /** Of the file, counted from 1. */
  line: number;
  /** The key of the source. */
  source: string;
  /** The words that cite. */
  target: Selector;
  /** The words that they quote; null where they quote none. */
  quoted: Selector | null;
  locator: string | null;
  locatorLabel: LocatorLabel | null;
}

const text = (key: string) => z.string({ error: `"${key}" must be text` });

const quoteShape = {
  exact: text('exact').min(1, '"exact" must have words in it'),
  prefix: text('prefix').optional(),
  suffix: text('suffix').optional(),
};

const citationShape = z.strictObject({
  source: text('source').min(1, '"source" must be the key of a source'),
  ...quoteShape,
  quoted: z
    .strictObject(quoteShape, {
      error: ({ code }) =>
        code === 'unrecognized_keys'
          ? '"quoted" must have no other keys than "exact", "prefix" and "suffix"'
          : '"quoted" must be null, or an object with "exact", "prefix" and "suffix"',
    })
    .nullish(),
  locator: text('locator').nullish(),
  locatorLabel: z
    .enum(LocatorLabel, { error: `"locatorLabel" must be one of ${Object.values(LocatorLabel).join(', ')}` })
    .nullish(),
});

/**
 * Reads citations from JSON Lines: an object a line, with the key of the `source`, the words that cite it (`exact`,
 * `prefix` and `suffix`, as in the TextQuoteSelector of the W3C Web Annotation model), those that are `quoted` likewise, a
 * `locator` and what that counts.
 * @returns them in the order of the file; lines without anything are left out.
 * @throws InputInvalid for the first line that is wrong, naming it.
 */
export function readCitations(file: string): ReadCitation[] {
  return file.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, index + 1)]));
}

function readLine(text: string, line: number): ReadCitation {
  const checked = citationShape.safeParse(parse(text, line));
  if (!checked.success) throw new InputInvalid(`Line ${line}: ${describe(checked.error.issues[0])}`);
  const { source, quoted, locator, locatorLabel, ...quote } = checked.data;
  return {
    line,
    source,
    target: selectorOf(quote),
    quoted: quoted == null ? null : selectorOf(quoted),
    locator: locator ?? null,
    locatorLabel: locatorLabel ?? null,
  };
}

function parse(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputInvalid(`Line ${line} is not JSON; write one object on it.`);
  }
}

function selectorOf({ exact, prefix, suffix }: z.infer<z.ZodObject<typeof quoteShape>>): Selector {
  return {
    kind: 'quote',
    exact,
    ...(prefix === undefined ? {} : { prefix }),
    ...(suffix === undefined ? {} : { suffix }),
  };
}

function describe(issue: z.core.$ZodIssue | undefined): string {
  const keys = Object.keys(citationShape.shape).join(', ');
  if (issue?.code === 'unrecognized_keys' && issue.path.length === 0)
    return `the key "${excerpt(issue.keys[0] ?? '')}" is unknown; the keys of a citation are ${keys}.`;
  if (issue === undefined || issue.path.length === 0) return `it must be an object with the keys ${keys}.`;
  return `${issue.message}; correct it.`;
}
