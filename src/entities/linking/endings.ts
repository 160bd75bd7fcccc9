import type { Lexicon } from './lexicon.ts';
import type { LexiconPart } from './lexicon-part.ts';
import type { PartWords, TextWords } from './text-words.ts';

/** Where names end in an automaton: all those of one sequence of words. */
export interface Ending {
  part: LexiconPart;
  partIndex: number;
  state: number;
  /** Whether the text has another form of their last word. */
  inflected: boolean;
}

interface Reader extends PartWords {
  part: LexiconPart;
  partIndex: number;
  state: number;
}

/**
 * Reads a text once, and calls back for each stretch of it that has the words of names, in the order of their ends.
 * @param visit is given the last token of the stretch, how many it has, and where the names end.
 */
export function eachEnding(
  lexicon: Lexicon,
  words: TextWords,
  visit: (last: number, length: number, endings: readonly Ending[]) => void,
): void {
  const readers = lexicon.parts.map(
    (part, partIndex): Reader => ({ part, partIndex, state: 0, ...words.in(part) }),
  );
  const { spellings } = words;
  let endings: Ending[] = [];
  for (let token = 0; token < spellings.length; token += 1) {
    const spelling = spellings[token] ?? 0;
    for (const reader of readers) read(reader, spelling, endings);
    if (endings.length === 0) continue;
    for (const [length, equal] of byLength(endings)) visit(token, length, equal);
    endings = [];
  }
}

function read(reader: Reader, spelling: number, endings: Ending[]): void {
  const { part, state, bases, words } = reader;
  const forms = bases[spelling];
  // A base form is tried for the end of a name alone: nothing goes on from it.
  if (forms !== null && forms !== undefined)
    for (const form of forms) collect(reader, part.automaton.next(state, form), true, endings);
  const word = words[spelling] ?? -1;
  reader.state = word < 0 ? 0 : part.automaton.next(state, word);
  if (reader.state !== 0) collect(reader, reader.state, false, endings);
}

function collect({ part, partIndex }: Reader, reached: number, inflected: boolean, endings: Ending[]): void {
  const { automaton } = part;
  for (let state = automaton.ending(reached); state !== 0; state = automaton.shorter(state))
    endings.push({ part, partIndex, state, inflected });
}

function byLength(endings: readonly Ending[]): Iterable<[number, readonly Ending[]]> {
  const [only] = endings;
  if (only !== undefined && endings.length === 1) return [[only.part.automaton.depth(only.state), endings]];
  const groups = new Map<number, Ending[]>();
  for (const ending of endings) {
    const length = ending.part.automaton.depth(ending.state);
    const group = groups.get(length);
    if (group === undefined) groups.set(length, [ending]);
    else group.push(ending);
  }
  return groups;
}
