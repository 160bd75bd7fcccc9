import fc from 'fast-check';

const WORDS =
  'house river mountain evening gathering listened carefully delegates important decision afternoon everybody waiting ' +
  'together question remember whatever building country speaking morning ancient children дерево собрание вечером ' +
  'слушали внимательно решение утром город σπίτι βουνό απόγευμα απόφαση كتاب مدينة اجتماع café naïve über coöperate';

/** A text of ordinary words in several scripts, each sentence another, and the range of some words in it. */
export const textAndWords = fc
  .tuple(
    fc.array(
      fc.tuple(fc.constantFrom(...WORDS.split(' ')), fc.constantFrom(' ', ' ', ' ', ', ', '. ', '\n\n')),
      {
        minLength: 12,
        maxLength: 80,
      },
    ),
    fc.nat(),
    fc.integer({ min: 4, max: 12 }),
  )
  .map(([pairs, seed, count]) => {
    const from = seed % (pairs.length - 4);
    const to = Math.min(pairs.length, from + count);
    const join = (some: typeof pairs) => some.map(([word, joint]) => word + joint).join('');
    const start = join(pairs.slice(0, from)).length;
    const words = join(pairs.slice(from, to)).replace(/[\s,.]+$/, '');
    return { text: join(pairs), range: { start, end: start + words.length } };
  });

/** What copies of a text differ in and yet say the same. */
const NOISE: readonly ((words: string) => string)[] = [
  (words) => words.replace(/ /g, '  '),
  (words) => words.replace(/ /g, '\n'),
  (words) => words.toUpperCase(),
  (words) => words.normalize('NFD').replace(/\p{M}/gu, ''),
  (words) => words.replace(/(\p{L}{4})(?=\p{L}{4})/u, '$1-\n'),
  (words) => words.replace(/(\p{L}{3})(?=\p{L}{3})/gu, '$1\u00AD'),
  (words) => words.normalize('NFD'),
  (words) => words,
];

/** Words with one or two of the differences that are no matter. @param next gives numbers to choose by. */
export function noiseOf(words: string, next: () => number): string {
  const noisy = (text: string): string => NOISE[next() % NOISE.length]?.(text) ?? text;
  return noisy(noisy(words));
}
