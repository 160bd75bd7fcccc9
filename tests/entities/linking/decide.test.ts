import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type About, contested, decide } from '../../../src/entities/linking/decide.ts';
import { findNames } from '../../../src/entities/linking/find-names.ts';
import { Lexicon, type LexiconEntry } from '../../../src/entities/linking/lexicon.ts';
import { texts } from '../names/texts.ts';
import { entity, khrushchev, lenin, stalin, testament } from './registry.ts';

interface Known {
  named?: string[];
  about?: Record<string, Partial<About>>;
}

/** What is proposed in the units of a document, as "words -> entity confidence". */
function proposed(entries: Iterable<LexiconEntry>, units: string[], known: Known = {}): string[][] {
  const lexicon = Lexicon.from(entries);
  const read = units.map((text) => ({ text, stretches: findNames(lexicon, text, 'en') }));
  const about = Object.entries(known.about ?? {}).map(([id, one]): [string, About] => [
    id,
    { description: null, names: [], neighbours: new Map(), ...one },
  ]);
  const decided = decide(read, { named: new Set(known.named), about: new Map(about) });
  return decided.map((proposals, unit) =>
    proposals.map(
      ({ start, end, entityId, confidence }) =>
        `${units[unit]?.slice(start, end)} -> ${entityId} ${Number(confidence.toFixed(3))}`,
    ),
  );
}

describe('a name of one entity', () => {
  const ussr = entity('PLACE', 'Soviet Union', 'ABBREVIATION USSR', 'FORMER Soviet Russia');
  it.each([
    ['Soviet Union', 'Soviet Union -> Soviet Union 0.95'],
    ['Soviet Russia', 'Soviet Russia -> Soviet Union 0.95'],
    ['USSR', 'USSR -> Soviet Union 0.9'],
    ['Soviet Unions', 'Soviet Unions -> Soviet Union 0.903'],
    ['Soviét Union', 'Soviét Union -> Soviet Union 0.922'],
  ])('%s', (text, proposal) => {
    expect(proposed([ussr], [text])).toEqual([[proposal]]);
  });

  it('that ends within a word is a suggestion', () => {
    expect(proposed([lenin], ['列宁格勒是城市'])).toEqual([['列宁 -> Vladimir Lenin 0.4']]);
  });

  it.each([
    ['he met Ludwig Lenin there', 0.4],
    ['then Comrade Lenin spoke', 0.6],
    ['Then Lenin spoke', 0.6],
    ['On Monday Lenin spoke', 0.6],
    ['It rained. Only Lenin spoke', 0.6],
  ])('a surname after the given name of somebody else is a suggestion: %s', (text, confidence) => {
    expect(proposed([lenin], [text])).toEqual([[`Lenin -> Vladimir Lenin ${confidence}`]]);
  });

  it('that is a person’s within that one’s name is nothing else', () => {
    const watt = entity('PERSON', 'Ann Watt', 'SURNAME Watt');
    const unit = entity('CONCEPT', 'watt');
    expect(proposed([watt, unit], ['Ann Watt came'])).toEqual([['Ann Watt -> Ann Watt 0.95']]);
  });

  it.each([
    ['Irène Joliot-Lenin came', 0.4],
    ['the Lenin‐Molotov house', 0.4],
    ['Pro-Lenin and anti-Lenin', 0.6],
    ['the Lenin–Molotov house', 0.6],
    ['the Lenin-era house', 0.6],
  ])('that hyphens join to others is a suggestion: %s', (text, confidence) => {
    for (const proposal of proposed([lenin], [text])[0] ?? [])
      expect(proposal).toBe(`Lenin -> Vladimir Lenin ${confidence}`);
    expect(proposed([lenin], [text])[0]).not.toEqual([]);
  });
});

describe('a surname', () => {
  const svetlana = entity('PERSON', 'Svetlana Stalin', 'SURNAME Stalin');
  const vasily = entity('PERSON', 'Vasily Stalin', 'SURNAME Stalin');
  const family = [stalin, svetlana, vasily];

  it('refers to whom the document names in full, before or after it', () => {
    expect(proposed(family, ['Stalin spoke.', 'It was Joseph Stalin.', 'Stalins Tod'])).toEqual([
      ['Stalin -> Joseph Stalin 0.9'],
      ['Joseph Stalin -> Joseph Stalin 0.95'],
      ['Stalins -> Joseph Stalin 0.855'],
    ]);
  });

  it('refers to whom mentions elsewhere in the document refer to', () => {
    expect(proposed(family, ['Stalin spoke.'], { named: ['Vasily Stalin'] })).toEqual([
      ['Stalin -> Vasily Stalin 0.9'],
    ]);
  });

  it('is left open where the document names two', () => {
    expect(proposed(family, ['Joseph Stalin and Svetlana Stalin.', 'Stalin spoke.'])[1]).toEqual([
      'Stalin -> Joseph Stalin 0.45',
      'Stalin -> Svetlana Stalin 0.45',
    ]);
  });

  it('is left open between all where it names none, and weakly decided where there is one', () => {
    expect(proposed(family, ['Stalin spoke.'])[0]).toHaveLength(3);
    expect(proposed([stalin, svetlana], ['Stalin'])).toEqual([
      ['Stalin -> Joseph Stalin 0.25', 'Stalin -> Svetlana Stalin 0.25'],
    ]);
    expect(proposed([stalin], ['Stalin'])).toEqual([['Stalin -> Joseph Stalin 0.6']]);
  });

  it('within a longer name is proposed too', () => {
    expect(proposed([testament, lenin], ["Lenin's Testament by Vladimir Lenin"])[0]).toEqual([
      "Lenin's Testament -> Lenin's Testament 0.95",
      'Lenin -> Vladimir Lenin 0.9',
      'Vladimir Lenin -> Vladimir Lenin 0.95',
    ]);
  });
});

describe('of entities under one name', () => {
  const country = entity('PLACE', 'Georgia', 'Sakartvelo');
  const state = { ...entity('PLACE', 'Georgia', 'Peach State'), entityId: 'US-GA' };
  const person = { ...entity('PERSON', 'Georgia'), entityId: 'Georgia O' };
  const tbilisi = entity('PLACE', 'Tbilisi');
  const atlanta = entity('PLACE', 'Atlanta');
  const decidedOn = (text: string[], known: Known = {}, entries = [country, state, tbilisi, atlanta]) => {
    const last =
      proposed(entries, text, known)
        .at(-1)
        ?.filter((one) => one.startsWith('Georgia ->')) ?? [];
    return last.map((one) => one.replace(/^Georgia -> | [\d.]+$/g, ''));
  };

  it('none is decided for without a sign', () => {
    expect(proposed([country, state], ['Georgia lies there.'])).toEqual([
      ['Georgia -> Georgia 0.475', 'Georgia -> US-GA 0.475'],
    ]);
  });

  it('the one is that another name in the document names', () => {
    expect(decidedOn(['Sakartvelo, they say.', 'Georgia lies there.'])).toEqual(['Georgia']);
    expect(decidedOn(['The Peach State.', 'Georgia lies there.'])).toEqual(['US-GA']);
  });

  it('the one is that stands with the others elsewhere', () => {
    const about = {
      Georgia: { neighbours: new Map([['Tbilisi', 9]]) },
      'US-GA': { neighbours: new Map([['Atlanta', 9]]) },
    };
    expect(decidedOn(['Tbilisi, Georgia lies there.'], { about })).toEqual(['Georgia']);
    expect(decidedOn(['Atlanta.', 'Georgia lies there.'], { about })).toEqual(['US-GA']);
    expect(decidedOn(['Atlanta and Tbilisi.', 'Georgia lies there.'], { about })).toHaveLength(2);
  });

  it('the one is whose description has the words of the paragraph', () => {
    const about = {
      Georgia: { description: 'A republic in the Caucasus, once Soviet' },
      'US-GA': { description: 'A state of the United States' },
    };
    expect(decidedOn(['A Soviet republic in the Caucasus: Georgia.'], { about })).toEqual(['Georgia']);
  });

  it('the one is of the kind that the words around it tell', () => {
    const entries = [country, person];
    expect(decidedOn(['They met Mrs. Georgia there.'], {}, entries)).toEqual(['Georgia O']);
    expect(decidedOn(['They lived in Georgia then.'], {}, entries)).toEqual(['Georgia']);
    expect(decidedOn(['It was Georgia then.'], {}, entries)).toHaveLength(2);
  });

  it('five are proposed at most', () => {
    const many = Array.from({ length: 9 }, (_, index) => ({ ...country, entityId: String(index) }));
    expect(decidedOn(['Georgia'], {}, many)).toHaveLength(5);
  });
});

it('wants to know about those that compete, and no others', () => {
  const other = { ...entity('PERSON', 'Nikita Khrushchev'), entityId: 'other' };
  const lexicon = Lexicon.from([stalin, khrushchev, other]);
  const stretches = ['Stalin and', 'Nikita Khrushchev'].map((text) => findNames(lexicon, text, 'en'));
  expect(contested(stretches)).toEqual(['Nikita Khrushchev', 'other']);
});

it('is as sure as it can be, of one at most, whatever the text', () => {
  const kinds = fc.constantFrom('PERSON' as const, 'PLACE' as const, 'WORK' as const);
  const names = fc.array(
    fc.tuple(fc.constantFrom('SURNAME ', 'ABBREVIATION ', 'VARIANT '), texts).map((parts) => parts.join('')),
    { minLength: 1, maxLength: 3 },
  );
  const entries = fc.array(fc.tuple(kinds, names, fc.nat({ max: 40 })), { maxLength: 8 });
  fc.assert(
    fc.property(entries, fc.array(texts, { maxLength: 4 }), (given, units) => {
      const registry = given.map(([kind, own], index) => ({
        ...entity(kind, ...own),
        entityId: String(index),
      }));
      const all = registry.flatMap(({ names: own }) => own.map(({ text }) => text));
      const read = [...units, all.join(' '), all.join(', in ')].map((text) => ({
        text,
        stretches: findNames(Lexicon.from(registry), text, 'en'),
      }));
      const about = new Map(
        given.map(([, , count], index): [string, About] => [
          String(index),
          { description: all[count] ?? null, names: all.slice(0, 2), neighbours: new Map([['0', count]]) },
        ]),
      );
      for (const proposals of decide(read, { named: new Set(['1']), about })) {
        const sums = new Map<string, { sum: number; decided: number; count: number }>();
        for (const { start, end, confidence } of proposals) {
          expect(confidence >= 0 && confidence <= 1).toBe(true);
          const one = sums.get(`${start} ${end}`) ?? { sum: 0, decided: 0, count: 0 };
          one.sum += confidence;
          one.count += 1;
          if (confidence > 0.5) one.decided += 1;
          sums.set(`${start} ${end}`, one);
        }
        for (const { sum, decided, count } of sums.values()) {
          expect(sum).toBeLessThanOrEqual(1 + 1e-9);
          expect(decided).toBeLessThanOrEqual(1);
          expect(count).toBeLessThanOrEqual(5);
        }
      }
    }),
    { numRuns: 1_000 },
  );
});
