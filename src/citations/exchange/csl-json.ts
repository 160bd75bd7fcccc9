import { InputInvalid } from '../../problem.ts';
import { fromCsl } from '../csl/from-csl.ts';
import { toCsl } from '../csl/to-csl.ts';
import type { KeyedSource } from '../source.ts';
import type { ReadSource } from '../sources/import.ts';
import { checkRecords } from './limits.ts';

/**
 * The sources of a file of CSL-JSON: a list of items, or one item.
 * @throws InputInvalid where it is none.
 */
export function readCslJson(text: string): ReadSource[] {
  if (text.trim() === '') return [];
  return checkRecords(itemsOf(text)).map((item, at) => readItem(item, at + 1));
}

function itemsOf(text: string): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new InputInvalid('The file is not JSON; correct it, or give --format where it is something else.');
  }
  if (Array.isArray(value)) return value;
  if (typeof value === 'object' && value !== null && 'type' in value) return [value];
  throw new InputInvalid(
    'The file is not CSL-JSON; it must be a list of items, each an object with a "type".',
  );
}

function readItem(item: unknown, place: number): ReadSource {
  try {
    return { place, ...fromCsl(item) };
  } catch (error) {
    if (error instanceof InputInvalid) return { place, key: null, refused: error.message };
    throw error;
  }
}

/** A source as an item of CSL-JSON. */
export function writeCslItem(source: KeyedSource): string {
  return JSON.stringify(toCsl(source), null, 2);
}
