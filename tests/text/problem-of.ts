import { TextProblem } from '../../src/text/problem.ts';

/** The problem that a call throws; anything else that it does is an error. */
export function problemOf(call: () => unknown): TextProblem {
  try {
    call();
  } catch (error) {
    if (error instanceof TextProblem) return error;
    throw error;
  }
  throw new Error('No problem was thrown');
}
