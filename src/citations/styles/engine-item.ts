import type { CslDate, CslItem, CslName } from '../csl/item.ts';
import { withoutMarks } from './marks.ts';

/** A name that the processor is to take as it is, without looking for particles in it. */
type EngineName = CslName & { 'parse-names': false };

/**
 * An item as the processor may have it: without what it would read as markup or as something to parse.
 * @param id for the processor; the item's own may be the name of a property of any JavaScript object.
 */
export function engineItem(item: CslItem, id: string): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [variable, value] of Object.entries(item)) {
    if (typeof value === 'string') fields[variable] = withoutMarks(value);
    else if (Array.isArray(value)) fields[variable] = value.flatMap(engineName);
    else fields[variable] = engineDate(value);
  }
  // Where a tag is none, the processor looks it up among the properties of an object.
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(String(fields.language ?? ''))) delete fields.language;
  // As CSL 1.0.1 calls it; most styles still do.
  if (fields['event-title'] !== undefined) fields.event = fields['event-title'];
  return { ...fields, id };
}

function engineName(name: CslName): EngineName[] {
  const parts: CslName = {};
  for (const part of NAME_PARTS) {
    const value = name[part];
    if (value !== undefined && value.trim() !== '') parts[part] = withoutMarks(value);
  }
  if (parts.literal !== undefined) return [{ literal: parts.literal, 'parse-names': false }];
  if (parts.family !== undefined) return [{ ...parts, 'parse-names': false }];
  const whole = NAME_PARTS.flatMap((part) => parts[part] ?? []).join(' ');
  return whole === '' ? [] : [{ literal: whole, 'parse-names': false }];
}

/** In the order in which a name is read. */
const NAME_PARTS = [
  'given',
  'dropping-particle',
  'non-dropping-particle',
  'family',
  'suffix',
  'literal',
] as const;

/** The processor refuses an interval whose ends have not as many parts; 0 is a part that is not known. */
function engineDate(date: CslDate): CslDate {
  const { 'date-parts': ends, literal, ...rest } = date;
  const longest = Math.max(0, ...(ends ?? []).map((parts) => parts.length));
  return {
    ...rest,
    ...(literal === undefined ? {} : { literal: withoutMarks(literal) }),
    ...(ends === undefined
      ? {}
      : {
          'date-parts': ends.map((parts) => [...parts, ...new Array<number>(longest - parts.length).fill(0)]),
        }),
  };
}
