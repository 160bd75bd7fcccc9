/** What an object takes beside what is in it, and a number or the like, in bytes. */
const OBJECT = 48;
const PRIMITIVE = 8;

/** About how much memory a value of plain objects, lists and strings takes, in bytes. */
export function roughSize(value: unknown): number {
  if (typeof value === 'string') return OBJECT / 2 + 2 * value.length;
  if (typeof value !== 'object' || value === null) return PRIMITIVE;
  if (value instanceof Date) return OBJECT;
  let size = OBJECT;
  for (const part of Array.isArray(value) ? value : Object.values(value)) size += PRIMITIVE + roughSize(part);
  return size;
}
