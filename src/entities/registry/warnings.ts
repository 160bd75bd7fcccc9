import type { Statements } from '../../store/store.ts';
import type { EntityContent } from '../entity.ts';
import { isCommonWord } from '../names/common-words.ts';
import { isTooLong } from '../names/words.ts';
import { searchKey } from './search-key.ts';

/** How many warnings of one kind are given. */
const WARNINGS = 10;

/** What to think about of an entity that was saved: each a sentence; one statement. */
export async function warningsOf(
  statements: Statements,
  entityId: string,
  content: EntityContent,
): Promise<string[]> {
  const common = commonWords(content).map(
    (text) => `"${text}" ${COMMON_WORD}; mentions of it can be added by hand.`,
  );
  const alike = await namesakes(statements, entityId, content);
  return [
    ...common,
    ...alike.map(({ name, slug }) => `"${name}" is the name of ${slug} too; merge the two if they are one.`),
  ];
}

/** What is said of a name of which the linker makes nothing. */
export const COMMON_WORD =
  'is too common a word, no word or too many words, so the linker does not look for it';

/** The names of an entity that the linker does not look for, as they tell too little; a bounded number. */
export function commonWords({ names }: EntityContent): string[] {
  return names
    .filter(({ text, language }) => isCommonWord(text, language) || isTooLong(text))
    .slice(0, WARNINGS)
    .map(({ text }) => text);
}

/** Other entities of the same kind whose preferred name is one of these, whatever its accents and case. */
async function namesakes(
  statements: Statements,
  entityId: string,
  { kind, names }: EntityContent,
): Promise<{ name: string; slug: string }[]> {
  const keys = [...new Set(names.map(({ text }) => searchKey(text)))];
  return await statements.$queryRaw<{ name: string; slug: string }[]>`
    SELECT e.name, e.slug FROM entity_name n JOIN entity e ON e.id = n.entity_id
    WHERE n.key = ANY(${keys}) AND n.kind = 'PREFERRED' AND e.kind = ${kind}::entity_kind
      AND e.canonical_id = e.id AND e.id <> ${entityId}::uuid
    ORDER BY e.id LIMIT ${WARNINGS}`;
}
