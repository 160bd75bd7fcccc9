import { LRUCache } from 'lru-cache';
import type { SourceType } from '../../store/generated/enums.ts';
import { cslTypes } from '../csl/terms.ts';
import { type SourcePart, sourceParts, typesByCsl } from '../csl/variables.ts';
import type { LibraryItem } from './library.ts';

/** What the types and fields of a format are of a source. */
export interface Vocabulary {
  /** What a record's type is; null where it is unknown. */
  typeOf(recordType: string): SourceType | null;
  /** The type of record as which a type is written, and whether it comes back from that. */
  recordTypeOf(type: SourceType): { recordType: string; exact: boolean };
  /** What a field means in a record of a type; null where it is nothing that a source has. */
  meaning(recordType: string, field: string): SourcePart | null;
  /** The fields that may be written into a record of a type, each with what it means: one for each part of a source. */
  fieldsOf(recordType: string): ReadonlyMap<string, SourcePart>;
}

export interface VocabularyGiven {
  /** The types of records that sources may be written as. */
  types: readonly string[];
  /** The fields that may be written into a record of a type; of two that mean the same, the first is. */
  fieldsOf: (recordType: string) => readonly string[];
  /** What fields mean that the library leaves aside in records of a type, as variables of CSL. */
  others: Readonly<Record<string, string>>;
  /** What the library reads a record to that has one field, or none. */
  read: (recordType: string, field: string | null, value: string) => LibraryItem;
  /** The type of record as which the library writes a type of CSL. */
  written: (cslType: string) => string;
}

/** What no variable of sources is, but comes to the same as one. */
const ALIASES: Readonly<Record<string, string>> = {
  event: 'event-title',
  reporter: 'author',
  'page-first': 'page',
};

/** What the library makes of any record. */
const ASIDE = new Set(['type', 'id', 'citation-key']);

/** A text, a name, a year; and a DOI, as the library takes nothing else for one. */
const SAMPLES = ['1956', '10.1000/1'];

/** How many meanings are kept: those of all types and fields that there are, and of some that there are not. */
const KEPT = 10_000;

/**
 * Finds out from the library what a format's types and fields mean: it knows them for reading, but writes less than it reads,
 * and not all of that so that it comes back.
 */
export function createVocabulary(given: VocabularyGiven): Vocabulary {
  const types = new LRUCache<string, { type: SourceType | null }>({ max: KEPT });
  const meanings = new LRUCache<string, { part: SourcePart | null }>({ max: KEPT });
  const fields = new Map<string, ReadonlyMap<string, SourcePart>>();
  const recordTypes = new Map<SourceType, { recordType: string; exact: boolean }>();
  const typeOf = (recordType: string) =>
    kept(types, recordType, () => ({
      type: typesByCsl.get(String(given.read(recordType, null, '').type)) ?? null,
    })).type;
  const meaning = (recordType: string, field: string) =>
    kept(meanings, `${recordType} ${field}`, () => ({ part: partOf(given, recordType, field) })).part;
  return {
    typeOf,
    meaning,
    recordTypeOf: (type) =>
      kept(recordTypes, type, () => {
        const usual = given.written(cslTypes[type]);
        const exact = [usual, ...given.types].find((one) => typeOf(one) === type);
        return { recordType: exact ?? usual, exact: exact !== undefined };
      }),
    fieldsOf: (recordType) =>
      kept(fields, recordType, () => {
        const named = given
          .fieldsOf(recordType)
          .map((field) => ({ field, part: meaning(recordType, field) }));
        const seen = new Set<string>();
        const chosen = new Map<string, SourcePart>();
        for (const { field, part } of named) {
          if (part === null || seen.has(nameOf(part))) continue;
          seen.add(nameOf(part));
          chosen.set(field, part);
        }
        return chosen;
      }),
  };
}

function nameOf(part: SourcePart): string {
  return part.kind === 'names' ? part.role : part.field;
}

function partOf({ read, others }: VocabularyGiven, recordType: string, field: string): SourcePart | null {
  // Of a doctoral thesis the library knows the genre without a field.
  const always = new Set(Object.keys(readAnyway(read, recordType, null, '')));
  const found = SAMPLES.flatMap((value) => Object.keys(readAnyway(read, recordType, field, value))).filter(
    (variable) => !ASIDE.has(variable) && !always.has(variable),
  );
  const variables = found.length > 0 ? found : [others[field] ?? ''];
  const parts = variables.map((variable) => sourceParts.get(ALIASES[variable] ?? variable));
  return parts.find((part) => part !== undefined) ?? null;
}

/** Some fields take no text at all for a value; then they mean nothing here. */
function readAnyway(
  read: VocabularyGiven['read'],
  recordType: string,
  field: string | null,
  value: string,
): LibraryItem {
  try {
    return read(recordType, field, value);
  } catch {
    return {};
  }
}

function kept<Key extends {}, Value extends {}>(
  cache: Map<Key, Value> | LRUCache<Key, Value>,
  key: Key,
  make: () => Value,
): Value {
  const found = cache.get(key);
  if (found !== undefined) return found;
  const made = make();
  cache.set(key, made);
  return made;
}
