import type { Tokens } from '../names/tokens.ts';
import type { Lexicon } from './lexicon.ts';
import type { LexiconPart } from './lexicon-part.ts';
import type { KnownWord } from './vocabulary.ts';

/** Where names end in an automaton: all those of one sequence of words. */
export interface Ending {
  part: LexiconPart;
  partIndex: number;
  state: number;
  /** Whether the text has another form of their last word. */
  inflected: boolean;
}

/** So many lengths of names that end with one word are told, the longest: more are in no text that was written to be read. */
const MOST_LENGTHS = 8;

interface Reader {
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
  text: string,
  { starts, ends, breaks }: Tokens,
  visit: (last: number, length: number, endings: readonly Ending[]) => void,
): void {
  const readers = lexicon.parts.map((part, partIndex): Reader => ({ part, partIndex, state: 0 }));
  let endings: Ending[] = [];
  for (let token = 0; token < starts.length; token += 1) {
    const surface = text.slice(starts[token], ends[token]);
    const isBreak = breaks[token] === true;
    for (const reader of readers) read(reader, reader.part.vocabulary.read(surface, isBreak), endings);
    if (endings.length === 0) continue;
    for (const [length, equal] of byLength(endings)) visit(token, length, equal);
    endings = [];
  }
}

function read(reader: Reader, { word, bases }: KnownWord, endings: Ending[]): void {
  const { automaton } = reader.part;
  // A base form is tried for the end of a name alone: nothing goes on from it.
  if (bases !== null)
    for (const base of bases) collect(reader, automaton.next(reader.state, base), true, endings);
  reader.state = word < 0 ? 0 : automaton.next(reader.state, word);
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
  return groups.size <= MOST_LENGTHS ? groups : [...groups].sort(([a], [b]) => b - a).slice(0, MOST_LENGTHS);
}
