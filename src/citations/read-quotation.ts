import { z } from 'zod';
import { givenWords } from '../given-words.ts';
import { InputInvalid } from '../problem.ts';
import type { Statements } from '../store/store.ts';
import { citationLimits } from './limits.ts';
import { type QuotedPart, quotedParts } from './quoting/parts.ts';

const { quotationLeast, quotationMost, quotationParts, rareUnits } = citationLimits;
const wordsOfQuotation = givenWords(quotationMost, 'The quotation').pipe(
  z
    .string()
    .trim()
    .min(
      quotationLeast,
      `The quotation has fewer than ${quotationLeast} characters; give more of its words.`,
    ),
);

/**
 * Reads the words of a quotation that is looked for: one statement at most.
 * @throws InputInvalid where they are too few, too many, or too common.
 */
export async function readQuotation(statements: Statements, words: string): Promise<QuotedPart[]> {
  const checked = wordsOfQuotation.safeParse(words);
  if (!checked.success)
    throw new InputInvalid(checked.error.issues[0]?.message ?? 'The quotation is not valid.');
  const parts = quotedParts(checked.data);
  if (parts.length > quotationParts)
    throw new InputInvalid(
      `The quotation has more than ${quotationParts} parts between its elisions; give fewer of them.`,
    );
  const [first, ...more] = new Set(parts.flatMap(({ telling }) => telling));
  if (first === undefined || (more.length === 0 && !(await isRare(statements, first))))
    throw new InputInvalid(
      'The words of the quotation stand in too many places to be looked for; give more of its words.',
    );
  return parts;
}

async function isRare(statements: Statements, word: string): Promise<boolean> {
  const rows = await statements.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count
    FROM (SELECT 1 FROM text_unit WHERE words @> ARRAY[${word}] LIMIT ${rareUnits + 1}) u`;
  return (rows[0]?.count ?? 0) <= rareUnits;
}
