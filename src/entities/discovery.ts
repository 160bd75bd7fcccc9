import { dateOf } from '../anchors/words/date-words.ts';
import { createBreath } from '../breath.ts';
import type { EntityKind } from '../store/generated/enums.ts';
import type { TextRange } from '../text/range.ts';
import { isCommonWord } from './names/common-words.ts';
import { nameKey } from './names/name-key.ts';
import { wordsOf } from './names/words.ts';

/** A name in a text that may be one of an entity. */
export interface EntityCandidate {
  /** As it is written most often. */
  name: string;
  /** A guess. */
  kind: EntityKind;
  count: number;
  /** The first places at which it stands, three at most: which of the units, and UTF-16 offsets in that. */
  examples: (TextRange & { unit: number })[];
}

/** How much is read in all, and at once between two breaths, in UTF-16 code units. */
const MOST_TEXT = 200_000;
const PIECE = 2_000;
const EXAMPLES = 3;

interface Tally {
  count: number;
  spellings: Map<string, number>;
  kinds: Map<EntityKind, number>;
  examples: EntityCandidate['examples'];
}

/**
 * Looks for names of persons, organizations and places in an English text, by the rules and word lists of the library
 * compromise: suggestions for a person to judge, with errors and omissions. Reads 200,000 UTF-16 code units at most, and lets
 * others have their turn meanwhile.
 * @param language BCP 47; nothing is found in other languages than English.
 * @param isKnown whether the registry has a name; those are left out.
 * @param limit how many are returned at most.
 * @returns those that stand there most often first.
 */
export async function discover(
  units: readonly string[],
  language: string,
  isKnown: (surface: string) => boolean,
  limit: number,
): Promise<EntityCandidate[]> {
  if (!/^en(?:-|$)/i.test(language)) return [];
  // Half a second, which only those who ask for it should wait.
  const { findProperNames } = await import('./discovery-names.ts');
  const breathe = createBreath();
  const tallies = new Map<string, Tally>();
  let left = MOST_TEXT;
  for (const [unit, text] of units.entries()) {
    for (const { start, end } of piecesOf(text.slice(0, left))) {
      await breathe();
      for (const { kind, ...range } of findProperNames(text.slice(start, end)))
        count(tallies, text, { unit, start: start + range.start, end: start + range.end }, kind);
    }
    left -= text.length;
    if (left <= 0) break;
  }
  return [...tallies.values()]
    .map(candidateOf)
    .filter(({ name }) => !isKnown(name))
    .sort((a, b) => b.count - a.count)
    .slice(0, limit);
}

/** A text in pieces, cut where a sentence or a word ends. */
function* piecesOf(text: string): Generator<TextRange> {
  let start = 0;
  while (start < text.length) {
    const piece = text.slice(start, start + PIECE);
    const isLast = start + PIECE >= text.length;
    const cut = isLast ? -1 : Math.max(piece.lastIndexOf('. ') + 1, piece.lastIndexOf('\n'));
    const end = start + (cut > 0 ? cut : isLast ? piece.length : piece.lastIndexOf(' ') + 1 || PIECE);
    yield { start, end };
    start = end;
  }
}

function count(
  tallies: Map<string, Tally>,
  text: string,
  place: EntityCandidate['examples'][number],
  kind: EntityKind,
): void {
  const surface = text.slice(place.start, place.end);
  if (!isName(surface)) return;
  const key = nameKey(surface);
  const tally: Tally = tallies.get(key) ?? {
    count: 0,
    spellings: new Map(),
    kinds: new Map(),
    examples: [],
  };
  tallies.set(key, tally);
  tally.count += 1;
  tally.spellings.set(surface, (tally.spellings.get(surface) ?? 0) + 1);
  tally.kinds.set(kind, (tally.kinds.get(kind) ?? 0) + 1);
  if (tally.examples.length < EXAMPLES) tally.examples.push(place);
}

function isName(surface: string): boolean {
  if (!/^\p{Lu}/u.test(surface) || /^[\p{Lu}\p{P}]{1,2}$/u.test(surface) || isCommonWord(surface, 'en'))
    return false;
  return !wordsOf(surface).every(({ key }) => /\p{N}/u.test(key) || dateOf(key) !== undefined);
}

function candidateOf({ count, spellings, kinds, examples }: Tally): EntityCandidate {
  return { name: mostFrequent(spellings) ?? '', kind: mostFrequent(kinds) ?? 'PERSON', count, examples };
}

function mostFrequent<Item>(counts: ReadonlyMap<Item, number>): Item | undefined {
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}
