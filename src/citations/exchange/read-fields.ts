import { CreatorRole, type SourceType } from '../../store/generated/enums.ts';
import { textOf } from '../csl/from-csl.ts';
import type { SourcePart } from '../csl/variables.ts';
import { emptyContent, type SourceContent, type SourceCreator } from '../source.ts';

const ROLES = Object.values(CreatorRole);

/** Puts a source together from the fields of a record; of two that mean the same, the first counts. */
export class SourceDraft {
  readonly content: SourceContent;
  readonly #dropped = new Set<string>();

  /** @param type null where it is unknown. */
  constructor(type: SourceType | null, recordType: string) {
    this.content = emptyContent(type ?? 'DOCUMENT');
    if (type === null) this.drop(`type ${recordType}`);
  }

  /** Says that a source cannot hold a field, or not as it is. */
  drop(field: string): void {
    this.#dropped.add(field);
  }

  text(field: string, part: SourcePart & { kind: 'text' }, value: string): void {
    const { taken, whole } = textOf(part.field, value);
    this.#set(field, part.field, taken);
    if (!whole) this.drop(field);
  }

  /** @param value in EDTF; null where the field has no date that is known. */
  date(field: string, part: SourcePart & { kind: 'date' }, value: string | null): void {
    this.#set(field, part.field, value);
  }

  names(field: string, names: readonly (SourceCreator | null)[]): void {
    for (const name of names)
      if (name === null) this.drop(field);
      else this.content.creators.push(name);
  }

  finish(): { content: SourceContent; dropped: string[] } {
    this.content.creators.sort((one, other) => ROLES.indexOf(one.role) - ROLES.indexOf(other.role));
    return { content: this.content, dropped: [...this.#dropped] };
  }

  #set(field: string, name: Exclude<keyof SourceContent, 'type' | 'creators'>, value: string | null): void {
    const there = this.content[name];
    if (value === null || (there !== null && !agree(there, value))) this.drop(field);
    this.content[name] = there ?? value;
  }
}

/** A year says no other than a date in it does. */
function agree(there: string, value: string): boolean {
  return there === value || (/^\d{4}$/.test(value) && there.startsWith(value));
}
