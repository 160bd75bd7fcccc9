import {
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Plugin, YogaInitialContext } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import { Budget } from '../../schema/budget.ts';
import type { Context } from '../../schema/index.ts';
import { compiledSize } from './compiled-size.ts';

/**
 * How often a query is interpreted before it is compiled: twice, and once more for so many selections. Compiling takes as
 * long as running it some times, and the longer the more there are.
 */
const RUNS_BEFORE = 2;
const SELECTIONS_A_RUN = 50;

/**
 * How many selections a query may be written out to, and all that are kept compiled together: one takes about 7 kB, and
 * a third of a millisecond during which nobody else is answered.
 */
const SELECTIONS = { ofOne: 3_000, ofAll: 12_000 };

type Run = (
  args: Pick<ExecutionArgs, 'rootValue' | 'contextValue' | 'variableValues'>,
) => ExecutionResult | Promise<ExecutionResult>;

/**
 * Runs a compiled query once more, with the variables that it had and another context. Null where it is compiled no
 * more: whoever holds on to this holds on to neither the query nor what it was compiled to.
 */
export type RunAgain = (context: Context) => ExecutionResult | Promise<ExecutionResult> | null;

/** Compiles queries, and tells how to run once more what a request asked. */
interface CompiledOperations {
  plugin: Plugin<Context>;
  /** Null where the request was not answered by a compiled query. */
  runOf(request: Request): RunAgain | null;
}

/** A query that has been compiled, and how many selections that wrote out. */
interface Compiled {
  run: Run;
  size: number;
}

/**
 * Compiles the queries that come again and again, unless their code would be large. One that goes wrong is run once more
 * by the executor that interprets, so that an error is the same whether a query was compiled or not.
 */
export function useCompiledOperations(): CompiledOperations {
  const ran = new WeakMap<Request, RunAgain>();
  // Yoga keeps the documents that it has parsed, so many and no more.
  const runs = new WeakMap<OperationDefinitionNode, number>();
  /** How many selections each writes out; null where that is too many. */
  const sizes = new WeakMap<OperationDefinitionNode, number | null>();
  const known = new LRUCache<OperationDefinitionNode, Compiled>({
    maxSize: SELECTIONS.ofAll,
    sizeCalculation: ({ size }) => size,
  });
  const compiledOf = (operation: OperationDefinitionNode, args: ExecutionArgs): Run | null => {
    const before = known.get(operation);
    if (before !== undefined) return before.run;
    const count = (runs.get(operation) ?? 0) + 1;
    runs.set(operation, count);
    if (count <= RUNS_BEFORE) return null;
    const size = sizes.has(operation)
      ? (sizes.get(operation) ?? null)
      : compiledSize(args.schema, args.document, operation, SELECTIONS.ofOne);
    sizes.set(operation, size);
    if (size === null || count <= RUNS_BEFORE + size / SELECTIONS_A_RUN) return null;
    const run = compile(args);
    if (run === null) sizes.set(operation, null);
    else known.set(operation, { run, size });
    // Where it is forgotten for others, it has to come as often again.
    runs.set(operation, 0);
    return run;
  };
  const plugin: Plugin<Context & YogaInitialContext> = {
    onExecute({ args, executeFn, setExecuteFn }) {
      const operation = getOperationAST(args.document, args.operationName);
      if (operation?.operation !== OperationTypeNode.QUERY) return;
      const compiled = compiledOf(operation, args);
      if (compiled === null) return;
      setExecuteFn(async (given) => {
        if (!fits(operation, given)) return await executeFn(given);
        const result = await compiled(given);
        if (result.errors === undefined) {
          ran.set(given.contextValue.request, runAgain(known, operation, given));
          return result;
        }
        args.contextValue.budget = new Budget();
        return await executeFn(given);
      });
    },
  };
  return { plugin, runOf: (request) => ran.get(request) ?? null };
}

/**
 * How to run an operation again. It is made here so that nothing else of the request is in its scope, which would be held
 * in memory with it.
 */
function runAgain(
  known: LRUCache<OperationDefinitionNode, Compiled>,
  operation: OperationDefinitionNode,
  { rootValue, variableValues }: ExecutionArgs,
): RunAgain {
  const weakly = new WeakRef(operation);
  return (contextValue) => {
    const again = weakly.deref();
    const compiled = again === undefined ? undefined : known.get(again);
    return compiled?.run({ rootValue, variableValues, contextValue }) ?? null;
  };
}

function compile({ schema, document, operationName }: ExecutionArgs): Run | null {
  const compiled = compileQuery(schema, document, operationName ?? undefined);
  if (!isCompiledQuery(compiled)) return null;
  return ({ rootValue, contextValue, variableValues }) =>
    compiled.query(rootValue, contextValue, variableValues ?? undefined);
}

/** Whether the variables are what the operation declares: the compiler's own check knows no `@oneOf`. */
function fits(
  { variableDefinitions }: OperationDefinitionNode,
  { schema, variableValues }: ExecutionArgs,
): boolean {
  return getVariableValues(schema, variableDefinitions ?? [], variableValues ?? {}).errors === undefined;
}
