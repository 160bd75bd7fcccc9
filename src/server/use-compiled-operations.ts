import {
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import { Budget } from '../../schema/budget.ts';
import type { Context } from '../../schema/index.ts';
import { compiledSize } from './compiled-size.ts';

/** How often a query is interpreted before it is compiled, which takes as long as running it some times. */
const RUNS_BEFORE = 2;

/**
 * How many selections a query may be written out to, and all that are kept compiled together: one takes about 7 kB, and
 * a third of a millisecond during which nobody else is answered.
 */
const SELECTIONS = { ofOne: 1_000, ofAll: 10_000 };

type Run = (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>;

/** A query that has been compiled, and how many selections that wrote out. */
interface Compiled {
  run: Run;
  size: number;
}

/**
 * Compiles the queries that come again and again, unless their code would be large. One that goes wrong is run once more
 * by the executor that interprets, so that an error is the same whether a query was compiled or not.
 */
export function useCompiledOperations(): Plugin<Context> {
  // Yoga keeps the documents that it has parsed, so many and no more.
  const runs = new WeakMap<OperationDefinitionNode, number>();
  const interpreted = new WeakSet<OperationDefinitionNode>();
  const known = new LRUCache<OperationDefinitionNode, Compiled>({
    maxSize: SELECTIONS.ofAll,
    sizeCalculation: ({ size }) => size,
  });
  const compiledOf = (operation: OperationDefinitionNode, args: ExecutionArgs): Run | null => {
    const before = known.get(operation);
    if (before !== undefined) return before.run;
    if (interpreted.has(operation)) return null;
    const count = (runs.get(operation) ?? 0) + 1;
    runs.set(operation, count <= RUNS_BEFORE ? count : 0);
    if (count <= RUNS_BEFORE) return null;
    const made = compile(args, operation);
    if (made === null) interpreted.add(operation);
    else known.set(operation, made);
    return made?.run ?? null;
  };
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const operation = getOperationAST(args.document, args.operationName);
      if (operation?.operation !== OperationTypeNode.QUERY) return;
      const compiled = compiledOf(operation, args);
      if (compiled === null) return;
      setExecuteFn(async (given) => {
        if (!fits(operation, given)) return await executeFn(given);
        const result = await compiled(given);
        if (result.errors === undefined) return result;
        args.contextValue.budget = new Budget();
        return await executeFn(given);
      });
    },
  };
}

/** Null where a query is better interpreted. */
function compile(
  { schema, document, operationName }: ExecutionArgs,
  operation: OperationDefinitionNode,
): Compiled | null {
  const size = compiledSize(schema, document, operation, SELECTIONS.ofOne);
  if (size === null) return null;
  const compiled = compileQuery(schema, document, operationName ?? undefined);
  if (!isCompiledQuery(compiled)) return null;
  const run: Run = ({ rootValue, contextValue, variableValues }) =>
    compiled.query(rootValue, contextValue, variableValues ?? undefined);
  return { run, size };
}

/** Whether the variables are what the operation declares: the compiler's own check knows no `@oneOf`. */
function fits(
  { variableDefinitions }: OperationDefinitionNode,
  { schema, variableValues }: ExecutionArgs,
): boolean {
  return getVariableValues(schema, variableDefinitions ?? [], variableValues ?? {}).errors === undefined;
}
