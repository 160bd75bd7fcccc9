import { InputInvalid } from '../src/problem.ts';

/** Makes sure that a confidence is one. @throws InputInvalid */
export function requireShare(confidence: number): void {
  if (!(confidence >= 0 && confidence <= 1))
    throw new InputInvalid('`confidence` is not between 0 and 1; give the least that you want.');
}
