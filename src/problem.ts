/**
 * Something that a caller asked for and cannot have, as opposed to a fault of the program: the code is for
 * programs, the message is one plain sentence for people that says what to do.
 */
export abstract class Problem extends Error {
  abstract readonly code: string;
}

/** Something given cannot be accepted as it is. */
export class InputInvalid extends Problem {
  override readonly name = 'InputInvalid';
  readonly code = 'INPUT_INVALID';
}

/** Nothing is there under this name, or nothing that the viewer may see. */
export class NotFound extends Problem {
  override readonly name = 'NotFound';
  readonly code = 'NOT_FOUND';
}
