import type { Random } from '../../random.ts';
import type { Draft, Paragraph } from '../draft/draft.ts';
import type { Writer } from '../texts/generated.ts';
import type { Filling } from '../texts/slots.ts';
import type { Corpus } from '../texts/texts.ts';

/** A text in the course of being edited. */
export interface Editing {
  corpus: Corpus;
  draft: Draft;
  random: Random;
  /** Makes what a text in this language is made of. */
  filling: Filling;
  write: Writer;
}

/** One kind of edit. */
export interface Edit {
  name: string;
  /** What the first revision must have for there to be something to edit. */
  prepare?(editing: Editing): void;
  /** @returns whether there was something to edit in the paragraph. */
  apply(editing: Editing, paragraph: Paragraph): boolean;
}

/**
 * Edits a share of the paragraphs, at least one if any has something to edit.
 * @param share from 0 to 1.
 */
export function applyEdit(edit: Edit, editing: Editing, share: number): void {
  const { draft, random } = editing;
  let left = Math.max(1, Math.round(share * draft.paragraphs.length));
  for (const paragraph of shuffled(random, draft.paragraphs)) {
    if (left === 0) return;
    // An edit of another paragraph may have taken it away or merged it.
    if (!draft.paragraphs.includes(paragraph) || draft.locked.has(paragraph)) continue;
    if (edit.apply(editing, paragraph)) left -= 1;
  }
}

export function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
