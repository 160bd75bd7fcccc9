/** Goes on with a value that is there, or with one that will be; only the latter makes a promise. */
export function when<Value, Result>(
  value: Value | Promise<Value>,
  next: (value: Value) => Result | Promise<Result>,
): Result | Promise<Result> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** Waits for those of some things that there is something to wait for. */
export function whenAll(
  waits: readonly (Promise<unknown> | null | undefined)[],
): Promise<unknown> | undefined {
  const open = waits.filter((one) => one !== null && one !== undefined);
  return open.length === 0 ? undefined : Promise.all(open);
}
