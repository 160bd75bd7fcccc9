import { findNames } from '../../src/entities/linking/find-names.ts';
import { Lexicon } from '../../src/entities/linking/lexicon.ts';
import type { Find, Places } from './method.ts';
import { entries } from './registry.ts';

/** Scholion's: an automaton over all names. */
export function buildLinker(nameCount: number, seed: number): Find {
  const lexicon = Lexicon.from(entries(nameCount, seed));
  return (paragraphs) => {
    const places: Places = [];
    for (const [index, text] of paragraphs.entries()) {
      let before = 0;
      for (const { start, end } of findNames(lexicon, text, 'en')) {
        if (end <= before) continue;
        places.push(index, start, end);
        before = end;
      }
    }
    return places;
  };
}

/** Milliseconds that a change of one entity among so many names takes, the median of some; and finds with it. */
export function timeChanges(nameCount: number, seed: number, times: number): number[] {
  let lexicon = Lexicon.from(entries(nameCount, seed));
  // The table of ids is made for the first change, once for all.
  lexicon = lexicon.with([{ entityId: 'first', entry: null }]);
  return Array.from({ length: times }, (_, index) => {
    const entityId = `00000000-0000-7000-8000-${(index * 7).toString(16).padStart(12, '0')}`;
    const start = performance.now();
    lexicon = lexicon.with([
      {
        entityId,
        entry: {
          entityId,
          kind: 'PERSON',
          names: [{ text: `Changed Person${index}`, language: null, kind: 'PREFERRED' }],
        },
      },
    ]);
    return performance.now() - start;
  });
}
