import { type ComplexityErrorKind, ComplexityErrorKind as Kind } from '@pothos/plugin-complexity';
import { GraphQLError, type GraphQLOutputType, getNullableType, isListType } from 'graphql';
import { DEFAULT_PAGE_SIZE } from './page-size.ts';

/**
 * The bounds of one query. `complexity` counts fields times the sizes of the lists that they are in, `breadth` the
 * fields as they are written.
 */
export const queryLimits = { depth: 25, breadth: 1_000, complexity: 250_000 };

/** What a list without a size of its own counts as: most have few items. */
const LIST_SIZE = 5;

/** What searching a text for a quote counts as: many fields. */
export const SEARCH_COST = 100;

/** What formatting a reference counts as: as many fields as take as long. */
export const FORMATTING_COST = 100;

/** A connection costs as many times what is selected of a node as a page holds nodes. */
export function fieldComplexity(
  args: Record<string, unknown>,
  _context: unknown,
  field: { name: string; type: GraphQLOutputType; args: readonly { name: string }[] },
): { field: number; multiplier: number } {
  if (field.args.some(({ name }) => name === 'first')) return { field: 1, multiplier: pageSize(args) };
  const many = [args.ids, args.refs].find(Array.isArray);
  if (many !== undefined) return { field: 1, multiplier: Math.max(1, many.length) };
  const isPlainList = isListType(getNullableType(field.type)) && field.name !== 'edges';
  return { field: 1, multiplier: isPlainList ? LIST_SIZE : 1 };
}

function pageSize({ first, last }: Record<string, unknown>): number {
  const size = first ?? last ?? DEFAULT_PAGE_SIZE;
  return typeof size === 'number' ? Math.max(1, size) : DEFAULT_PAGE_SIZE;
}

interface Cost {
  depth: number;
  breadth: number;
  complexity: number;
  maxDepth?: number;
  maxBreadth?: number;
  maxComplexity?: number;
}

export function complexityError(kind: ComplexityErrorKind, cost: Cost): GraphQLError {
  switch (kind) {
    case Kind.Depth:
      return refusal(
        'QUERY_TOO_DEEP',
        `is ${cost.depth} fields deep, more than ${cost.maxDepth}; select less deeply`,
      );
    case Kind.Breadth:
      return refusal(
        'QUERY_TOO_BROAD',
        `has ${cost.breadth} fields, more than ${cost.maxBreadth}; select fewer`,
      );
    default:
      return refusal(
        'QUERY_TOO_COSTLY',
        `may answer ${cost.complexity} values, more than ${cost.maxComplexity}; ask for smaller pages or fewer fields`,
      );
  }
}

function refusal(code: string, fault: string): GraphQLError {
  return new GraphQLError(`The query ${fault}.`, { extensions: { code } });
}
