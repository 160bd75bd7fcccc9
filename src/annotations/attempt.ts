import { type AnnotationProblem, isAnnotationProblem } from './problems.ts';

/** Does something for one annotation of many: what comes of it, or why that one is refused. */
export function attempt<Result>(action: () => Result): Result | AnnotationProblem {
  try {
    return action();
  } catch (error) {
    if (isAnnotationProblem(error)) return error;
    throw error;
  }
}

export function succeeded<Result>(result: Result | AnnotationProblem): result is Result {
  return !isAnnotationProblem(result);
}
