import { type DocumentNode, GraphQLError, visit } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/**
 * Refuses operations with strings that no database can hold: with NUL (U+0000), or half of a surrogate pair. It looks
 * at variables and at literals, before anything runs.
 */
export function useStorableText(): Plugin {
  const passed = new WeakSet<DocumentNode>();
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const where =
        faultIn(args.variableValues, '$') ?? (passed.has(args.document) ? null : literalIn(args.document));
      if (where === null) {
        passed.add(args.document);
        return;
      }
      const message = `The string ${where} has a NUL character or half of a surrogate pair; remove it.`;
      setResultAndStopExecution({
        errors: [new GraphQLError(message, { extensions: { code: 'INPUT_INVALID' } })],
      });
    },
  };
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** Where in a value, by its path, there is such a string; null where all are well. */
function faultIn(value: unknown, path: string): string | null {
  if (typeof value === 'string') return isStorable(value) ? null : `in ${path}`;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, part] of Object.entries(value)) {
    const where = faultIn(part, path === '$' ? `$${key}` : `${path}.${key}`);
    if (where !== null) return where;
  }
  return null;
}

function literalIn(document: DocumentNode): string | null {
  let where: string | null = null;
  visit(document, {
    StringValue({ value, loc }) {
      if (!isStorable(value)) where ??= `at line ${loc?.startToken.line ?? 1} of the query`;
    },
  });
  return where;
}
