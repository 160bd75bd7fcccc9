/** What must be there, as the store's foreign keys see to it. */
export function found<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('The store lacks something that it refers to');
  return value;
}
