import {
  dateVariables,
  type KeyedSource,
  type SourceContent,
  type SourceCreator,
  textVariables,
} from '../source.ts';
import { edtfToDate } from './edtf-to-date.ts';
import type { CslDate, CslItem, CslName } from './item.ts';
import { cslRoles, cslTypes } from './terms.ts';

/**
 * A source as an item of CSL-JSON 1.0.2, its key as the id. What is null is left out. Its texts stay plain: what looks
 * like markup in them is text, also where a CSL processor would read it as markup.
 */
export function toCsl({ key, content }: KeyedSource): CslItem {
  return {
    id: key,
    type: cslTypes[content.type],
    ...names(content.creators),
    ...texts(content),
    ...dates(content),
  };
}

function names(creators: readonly SourceCreator[]): Record<string, CslName[]> {
  const byRole: Record<string, CslName[]> = {};
  for (const creator of creators) {
    const role = cslRoles[creator.role];
    const list = byRole[role] ?? [];
    list.push(nameOf(creator));
    byRole[role] = list;
  }
  return byRole;
}

function nameOf(creator: SourceCreator): CslName {
  const parts: [keyof CslName, string | null][] = [
    ['family', creator.family],
    ['given', creator.given],
    ['dropping-particle', creator.droppingParticle],
    ['non-dropping-particle', creator.nonDroppingParticle],
    ['suffix', creator.suffix],
    ['literal', creator.literal],
  ];
  const name: CslName = {};
  for (const [part, value] of parts) if (value !== null) name[part] = value;
  return name;
}

function texts(content: SourceContent): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [field, variable] of entriesOf(textVariables)) {
    const value = content[field];
    if (value !== null) fields[variable] = value;
  }
  return fields;
}

function dates(content: SourceContent): Record<string, CslDate> {
  const fields: Record<string, CslDate> = {};
  for (const [field, variable] of entriesOf(dateVariables)) {
    const value = content[field];
    const date = value === null ? null : edtfToDate(value);
    if (date !== null) fields[variable] = date;
  }
  return fields;
}

function* entriesOf<T extends object>(
  record: T,
): Generator<readonly [Extract<keyof T, string>, T[keyof T & string]]> {
  for (const key in record) yield [key, record[key]];
}
