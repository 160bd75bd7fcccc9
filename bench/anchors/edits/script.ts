import type { Random } from '../../random.ts';
import { type CharacterMap, mapCharacters } from '../draft/character-map.ts';
import { copyDraft } from '../draft/draft.ts';
import { type Layout, layOut, settle } from '../draft/layout.ts';
import { sentenceWriter } from '../texts/generated.ts';
import type { Corpus } from '../texts/texts.ts';
import { SIMPLE_EDITS } from './all.ts';
import { applyEdit, type Edit, type Editing, shuffled } from './edit.ts';

/** Texts that follow each other, and what became of every character of the first one. */
export interface History {
  /** Two or more. */
  revisions: readonly Layout[];
  map: CharacterMap;
}

/** What is done to a text, revision by revision. */
export interface Script {
  name: string;
  /** How many revisions follow the first one. */
  steps: number;
  /** The edits for one of them. */
  editsOf(random: Random): readonly Edit[];
}

/** How many kinds of edits come together where they are mixed. */
const MIXED = 4;

export const SCRIPTS: readonly Script[] = [
  ...SIMPLE_EDITS.map((edit) => ({ name: edit.name, steps: 1, editsOf: () => [edit] })),
  { name: 'mixed', steps: 1, editsOf: mixed },
  { name: 'mixed, three revisions', steps: 3, editsOf: mixed },
];

function mixed(random: Random): readonly Edit[] {
  return shuffled(random, SIMPLE_EDITS).slice(0, MIXED);
}

/**
 * Carries a script out on a copy of a text.
 * @param share of the paragraphs that are edited in all, from 0 to 1.
 */
export function carryOut(script: Script, corpus: Corpus, share: number, random: Random): History {
  const draft = copyDraft(corpus.draft);
  const filling = { language: corpus.language, names: corpus.names, random };
  const editing: Editing = {
    corpus,
    draft,
    random,
    filling,
    write: sentenceWriter(filling, corpus.hasEmoji),
  };
  const steps = Array.from({ length: script.steps }, () => script.editsOf(random));
  for (const edit of new Set(steps.flat())) edit.prepare?.(editing);
  const first = settle(draft);
  const revisions = [first];
  for (const edits of steps) {
    for (const edit of edits) applyEdit(edit, editing, share / edits.length / steps.length);
    revisions.push(layOut(draft));
  }
  const latest = revisions.at(-1) ?? first;
  return { revisions, map: mapCharacters(draft, first.text.length, latest) };
}
