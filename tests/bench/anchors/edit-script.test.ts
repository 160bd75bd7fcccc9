import { beforeAll, describe, expect, test } from 'vitest';
import { changedPlaces } from '../../../bench/anchors/draft/character-map.ts';
import { carryOut, type History, SCRIPTS } from '../../../bench/anchors/edits/script.ts';
import { type Corpus, makeCorpora } from '../../../bench/anchors/texts/texts.ts';
import { createRandom } from '../../../bench/random.ts';

let corpora: Corpus[];
beforeAll(async () => {
  corpora = await makeCorpora(1);
});

function ends({ revisions }: History): { before: string; after: string } {
  return { before: revisions[0]?.text ?? '', after: revisions.at(-1)?.text ?? '' };
}

describe.each(SCRIPTS.map((script) => ({ name: script.name, script })))('$name', ({ script }) => {
  test.each([0.05, 0.5])('says where each character went, at a share of %d', (share) => {
    for (const corpus of corpora) {
      const history = carryOut(script, corpus, share, createRandom(7));
      const { before, after } = ends(history);
      const { places, origins } = history.map;
      expect(history.revisions).toHaveLength(script.steps + 1);
      expect(after).not.toBe(before);
      const misplaced = [...places.entries()].filter(
        ([at, place]) => place !== -1 && (after[place] !== before[at] || origins[place] !== at),
      );
      expect(misplaced, corpus.name).toEqual([]);
    }
  });

  test('does the same for the same seed, and something else for another', () => {
    for (const corpus of corpora.slice(0, 3)) {
      const [one, same, other] = [3, 3, 4].map((seed) =>
        ends(carryOut(script, corpus, 0.2, createRandom(seed))),
      );
      expect(same).toEqual(one);
      expect(other?.after).not.toBe(one?.after);
    }
  });
});

test('texts are the same for the same seed', async () => {
  const again = await makeCorpora(1);
  expect(again.map(({ draft }) => draft.paragraphs)).toEqual(corpora.map(({ draft }) => draft.paragraphs));
});

test('words that were only moved are all there', () => {
  for (const { name, script } of SCRIPTS.map((one) => ({ name: one.name, script: one }))) {
    if (!/moved|split|merged|duplicated/.test(name)) continue;
    for (const corpus of corpora) {
      const history = carryOut(script, corpus, 0.5, createRandom(5));
      const { before } = ends(history);
      const gone = history.map.places.filter((place, at) => place === -1 && before[at]?.trim() !== '');
      expect(gone, `${name}: ${corpus.name}`).toHaveLength(0);
      expect(changedPlaces(history.map, before).length).toBeGreaterThan(0);
    }
  }
});
