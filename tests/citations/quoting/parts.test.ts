import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiefPart, quotedParts, requiredSets } from '../../../src/citations/quoting/parts.ts';
import { indexedWords } from '../../../src/entities/names/words.ts';

const partsOf = (words: string): string[] => quotedParts(words).map((part) => part.words.exact);

describe('the parts of a quotation', () => {
  it('are cut at elisions, however they are written, and at empty lines', () => {
    const elisions = [
      '…',
      ' … ',
      '...',
      '....',
      ' . . . ',
      '[...]',
      ' […] ',
      '(…)',
      '( ... )',
      '<...>',
      '\n\n',
      '\n \t\n',
    ];
    for (const elision of elisions)
      expect([elision, partsOf(`the cult${elision}of personality`)]).toEqual([
        elision,
        ['the cult', 'of personality'],
      ]);
    expect(partsOf('one line\nand another')).toEqual(['one line and another']);
    expect(partsOf('J. V. Stalin, 12.50')).toEqual(['J. V. Stalin, 12.50']);
    expect(partsOf('… “Comrades!” …')).toEqual(['Comrades']);
    expect(partsOf(' ... — ... ')).toEqual([]);
  });

  it('take no more time than their length allows', () => {
    for (const piece of [' ', '.', '. ', '[', '\n', '\n ', '…', '[. '])
      expect(partsOf(`a${piece.repeat(2000 / piece.length)}b`).length).toBeLessThanOrEqual(2);
  });

  it('are looked for by the one with the most telling words', () => {
    expect(chiefPart(quotedParts('it was ... the Central Committee of the Party ... he said'))).toBe(1);
    expect(chiefPart(quotedParts('to be'))).toBe(0);
    expect(quotedParts('to be or not to be')[0]?.telling).toEqual([]);
    expect(quotedParts('The Party’s cult, the cult')[0]?.telling).toEqual(['party', 'cult']);
  });
});

describe('the words that a text must have', () => {
  const word = fc.stringMatching(/^[a-z]{3,9}$/);

  it('are in the index of every text that has them, whatever stands around', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 40 }),
        fc.string(),
        fc.string(),
        (words, before, after) => {
          const quotation = words.join(' ');
          const index = new Set(indexedWords(`${before} “${quotation.toUpperCase()}” ${after}`));
          const [part] = quotedParts(quotation);
          const sets = requiredSets(part?.telling ?? []);
          expect(sets.every((set) => set.every((one) => index.has(one)))).toBe(true);
        },
      ),
    );
  });

  it('leave room for one word that is written in two', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 6, maxLength: 40 }), fc.nat(), (words, at) => {
        const sets = requiredSets(words);
        const missing = words[at % words.length] ?? '';
        expect(sets.some((set) => !set.includes(missing))).toBe(true);
        expect(sets.every((set) => set.length >= 4 && set.length <= 24)).toBe(true);
      }),
    );
    expect(requiredSets(['a', 'b', 'c'])).toEqual([['a', 'b', 'c']]);
  });
});
