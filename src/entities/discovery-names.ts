import nlp from 'compromise';
import type { EntityKind } from '../store/generated/enums.ts';
import type { TextRange } from '../text/range.ts';
import { wordsOf } from './names/words.ts';

/** A name in a text, as UTF-16 offsets, and what it may be one of. */
export interface ProperName extends TextRange {
  kind: EntityKind;
}

/**
 * Proper names in a short English text, none within another; by the rules and word lists of the library compromise. It knows
 * persons, organizations and places; a name of several words of which it knows no more is taken for a person's.
 */
export function findProperNames(text: string): ProperName[] {
  const read = nlp(text);
  const words = wordsOf(text).filter(({ key }) => key !== "'s");
  const names: ProperName[] = [];
  for (const [kind, view] of [
    ['PERSON', read.people()],
    ['ORGANIZATION', read.organizations()],
    ['PLACE', read.places()],
    [null, read.match('#ProperNoun+')],
  ] as const) {
    const found: unknown = view.json({ offset: true });
    for (const range of partsIn(found, text)) {
      const own = words.filter(({ start, end }) => start >= range.start && end <= range.end);
      const [first, last] = [own[0], own.at(-1)];
      if (first === undefined || last === undefined) continue;
      if (names.some(({ start, end }) => start < last.end && first.start < end)) continue;
      names.push({
        start: first.start,
        end: last.end,
        kind: kind ?? (own.length > 1 ? 'PERSON' : 'CONCEPT'),
      });
    }
  }
  return joined(names, text);
}

/** Of "John Kennedy's" the library makes two persons. */
function joined(names: ProperName[], text: string): ProperName[] {
  const whole: ProperName[] = [];
  for (const name of names.sort((a, b) => a.start - b.start)) {
    const last = whole.at(-1);
    const isPart =
      last?.kind === 'PERSON' && name.kind === 'PERSON' && text.slice(last.end, name.start) === ' ';
    if (isPart) last.end = name.end;
    else whole.push(name);
  }
  return whole;
}

/** What the library found, which may have punctuation around it, be a list, and end a letter late. */
function* partsIn(found: unknown, text: string): Generator<TextRange> {
  if (!Array.isArray(found)) return;
  for (const { offset } of found as { offset?: { start: number; length: number } }[]) {
    if (offset === undefined) continue;
    const surface = text.slice(offset.start, offset.start + offset.length);
    for (const { 0: part, index } of surface.matchAll(/[^,;:()[\]"“”=\n]+/g))
      yield { start: offset.start + index, end: offset.start + index + part.length };
  }
}
