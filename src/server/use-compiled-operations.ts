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
import { Budget } from '../../schema/budget.ts';
import type { Context } from '../../schema/index.ts';

/** How often a query is interpreted before it is compiled, which takes as long as running it some times. */
const RUNS_BEFORE = 2;

type Run = (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>;

interface Known {
  runs: number;
  /** Null when it cannot be compiled. */
  compiled?: Run | null;
}

/**
 * Compiles the queries that come again and again. One that goes wrong is run once more by the executor that interprets,
 * so that an error is the same whether a query was compiled or not.
 */
export function useCompiledOperations(): Plugin<Context> {
  // Yoga keeps the documents that it has parsed, so many and no more.
  const operations = new WeakMap<OperationDefinitionNode, Known>();
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const operation = getOperationAST(args.document, args.operationName);
      if (operation?.operation !== OperationTypeNode.QUERY) return;
      const known = operations.get(operation) ?? { runs: 0 };
      operations.set(operation, known);
      known.runs += 1;
      if (known.runs <= RUNS_BEFORE) return;
      if (known.compiled === undefined) known.compiled = compile(args);
      const { compiled } = known;
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
