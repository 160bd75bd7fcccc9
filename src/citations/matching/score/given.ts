import type { SourceCreator } from '../../source.ts';
import type { SoughtName } from '../reference.ts';
import { foldedWords } from '../words.ts';

/** Whether the given name of a reference is that of a creator, as far as initials tell. */
export type GivenFit = 'FITS' | 'DIFFERS' | 'UNKNOWN';

/**
 * Compares the given name of a name with those of the creators who have its family name: initials with initials, and names
 * in full with each other. One creator who fits is enough.
 * @param creators with the folded word by which each was found; none that have another family name matter.
 * @returns nothing where no creator has the family name.
 */
export function givenFit(
  name: SoughtName,
  creators: readonly { key: string; creator: SourceCreator }[],
): GivenFit[] {
  const family = foldedWords(name.family);
  const given = foldedWords(name.given ?? '');
  const namesakes = creators.filter(({ key }) => family.includes(key));
  if (namesakes.length === 0 || given.length === 0) return [];
  // "Marx, Engels" is read as one name, and is two.
  if (given.some((word) => word.length > 1 && creators.some(({ key }) => key === word))) return [];
  const fits = namesakes.map(({ creator }) => fitOf(given, foldedWords(creator.given ?? '')));
  if (fits.includes('FITS')) return ['FITS'];
  return [fits.includes('UNKNOWN') ? 'UNKNOWN' : 'DIFFERS'];
}

function fitOf(given: readonly string[], known: readonly string[]): GivenFit {
  const [first = ''] = given;
  const [own] = known;
  if (own === undefined) return 'UNKNOWN';
  if (first.length === 1 || own.length === 1) {
    // Of "J. Arch" and "Arch" the one is enough.
    return known.some((word) => word[0] === first[0]) ? 'FITS' : 'DIFFERS';
  }
  return known.includes(first) || known.some((word) => given.includes(word)) ? 'FITS' : 'DIFFERS';
}
