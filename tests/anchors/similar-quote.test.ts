import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FLOOR, findQuote, type QuoteSought } from '../../src/anchors/find-quote.ts';
import { candidatesFor } from '../../src/anchors/loose-candidates.ts';
import { isGraphemeBoundary } from '../../src/text/graphemes.ts';
import { noiseOf, textAndWords } from './quote-noise.ts';

const wordsAt = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end);

function found(text: string, sought: QuoteSought): string | null {
  const result = findQuote({ text }, sought);
  return result.outcome === 'found' ? wordsAt(text, result.range) : null;
}

function shown(text: string, sought: QuoteSought): string[] {
  const result = findQuote({ text }, sought);
  return result.outcome === 'found' ? [] : result.candidates.map(({ range }) => wordsAt(text, range));
}

describe('findQuote, of words that do not stand verbatim, finds them', () => {
  const whole =
    'Here the ﬁrst of them, Comrade Kołakowski, called it “the Congress of Victors” – in the land of com-\nmunist ' +
    'work … and Ｆｕｌｌ of كِتَابٌ. Straße und Öl; ΟΔΟΣ 日本語の文書を読む人は多い。';
  it.each([
    ['white space', 'Comrade\n  Kołakowski, called', 'Comrade Kołakowski, called'],
    ['no white space', 'ComradeKołakowski, called', 'Comrade Kołakowski, called'],
    ['quotation marks', '"the Congress of Victors"', '“the Congress of Victors”'],
    ['quotation marks that are apostrophes', "'the Congress of Victors'", '“the Congress of Victors”'],
    ['quotation marks of the copy alone', '«Congress of Victors»', 'Congress of Victors'],
    ['dashes', 'Victors" - in the land', 'Victors” – in the land'],
    ['ligatures', 'first of them', 'ﬁrst of them'],
    ['case', 'THE CONGRESS OF VICTORS', 'the Congress of Victors'],
    ['accents', 'Kolakowski', 'Kołakowski'],
    ['a line that ends within a word', 'land of communist work', 'land of com-\nmunist work'],
    ['a line that ends within a word of the copy', 'Con-\ngress of Victors', 'Congress of Victors'],
    ['soft hyphens', 'Con\u00ADgress of Vic\u00ADtors', 'Congress of Victors'],
    ['an ellipsis', 'work ... and', 'work … and'],
    ['width', 'Full of', 'Ｆｕｌｌ of'],
    ['vowel points', 'كتاب', 'كِتَابٌ'],
    ['lengthened strokes', 'كتـــاب', 'كِتَابٌ'],
    ['sharp s and umlauts', 'STRASSE und ol', 'Straße und Öl'],
    ['final sigma', 'οδος', 'ΟΔΟΣ'],
    ['spaces between characters', '日本語 の 文書', '日本語の文書'],
    ['a wrong letter', 'called it “the Congross of Victors', 'called it “the Congress of Victors'],
    ['a missing letter', 'calld it the Congress of Victors', 'called it “the Congress of Victors'],
    ['letters that look alike', 'in tbe land of comrnunist work', 'in the land of com-\nmunist work'],
    ['a digit for a letter', 'cal1ed it the C0ngress of Victors', 'called it “the Congress of Victors'],
    ['a misspelt name', 'Comrade Kolakovski, called', 'Comrade Kołakowski, called'],
    ['swapped letters', 'called it the Congerss of Victors', 'called it “the Congress of Victors'],
    ['a missing kana', '日本語の文書読む人は多い', '日本語の文書を読む人は多い'],
  ])('but for %s', (_, exact, words) => {
    expect(found(whole, { exact })).toBe(words);
  });

  it('by their context, which may be misread as well', () => {
    const text = 'In the north the Red House stood alone. In the south the red house stood among trees.';
    expect(found(text, { exact: 'THE RED HOUSE' })).toBeNull();
    expect(findQuote({ text }, { exact: 'THE RED HOUSE' })).toMatchObject({
      outcome: 'ambiguous',
      occurrences: 2,
    });
    expect(found(text, { exact: 'THE RED HOUSE', prefix: 'ln the soutb' })).toBe('the red house');
    expect(found(text, { exact: 'THE RED HOUSE', suffix: 'stood  a1one. In the s' })).toBe('the Red House');
    expect(found(text, { exact: 'THE RED HOUSE', near: { start: 60, end: 61 } })).toBe('the red house');
    expect(findQuote({ text }, { exact: 'THE RED HOUSE', prefix: 'far away from here' })).toMatchObject({
      outcome: 'not-found',
      contextDiffers: true,
    });
  });

  it('when they are long, by their ends', () => {
    const sentence = (index: number) =>
      `Sentence ${index} tells of a thing that no other sentence tells, ${index * 7}. `;
    const text = Array.from({ length: 400 }, (_, index) => sentence(index)).join('');
    const quote = Array.from({ length: 60 }, (_, index) => sentence(100 + index))
      .join('')
      .trim();
    const misread = quote.replace('tells of a', 'te1ls of a').replaceAll('thing that no', 'thing tbat no');
    expect(found(text, { exact: misread })).toBe(quote);
    expect(found(text, { exact: misread.replace('Sentence 130', 'Sentence 131') })).toBeNull();
    expect(shown(text, { exact: misread.replace('Sentence 130', 'Sentence 131') })).toContain(quote);
  });

  it('wherever they stand in any text', () => {
    fc.assert(
      fc.property(textAndWords, fc.infiniteStream(fc.nat()), ({ text, range }, numbers) => {
        const exact = noiseOf(wordsAt(text, range), () => numbers.next().value);
        const result = findQuote({ text }, { exact, near: range });
        expect(result).toMatchObject({ outcome: 'found', range });
      }),
      { numRuns: 300 },
    );
  });
});

describe('findQuote, of words that do not stand there, finds nothing', () => {
  it.each([
    ['Team Alpha reported a loss', 'Team Beta reported a loss'],
    ['a speech held in Austria', 'a speech held in Australia'],
    ['the party met in 1956 again', 'the party met in l956 again'],
    ['the party met in 1956 again', 'the party met in 1965 again'],
    ['it took them three years', 'it took them four years'],
    ['they did not know of it', 'they did know of it'],
    ['the answer was legal then', 'the answer was illegal then'],
    ['он встретил Ленина у реки', 'он встретил Левина у реки'],
    ['他在北京见到了他的老朋友', '他在南京见到了他的老朋友'],
  ])('where something else is said: %s / %s', (text, exact) => {
    for (const [one, other] of [
      [text, exact],
      [exact, text],
    ] as const) {
      const result = findQuote({ text: `Before it. ${one}. After it.` }, { exact: other });
      expect(result).toMatchObject({ outcome: 'not-found', contextDiffers: false });
      expect(shown(`Before it. ${one}. After it.`, { exact: other })[0]).toContain(one);
    }
  });

  it('where a short word merely looks like it', () => {
    expect(found('he sat in the house', { exact: 'horse' })).toBeNull();
    expect(found('this contrast is clear', { exact: 'this contract' })).toBeNull();
    expect(found('they said where it was', { exact: 'there' })).toBeNull();
    expect(found('the other man', { exact: 'HE' })).toBeNull();
  });

  it('where another place comes as close', () => {
    const text = 'We saw the house there with a child. Later we saw the horse there with a child.';
    expect(findQuote({ text }, { exact: 'saw the hoose there with a child' })).toMatchObject({
      outcome: 'ambiguous',
      occurrences: 2,
    });
  });

  it('where something that says something else comes closer', () => {
    const text = 'The party of 1956 met in the old town hall. The party met in an old town hall.';
    expect(found(text, { exact: 'The party of 1957 met in the old town hall' })).toBeNull();
  });

  it('whatever name or number was changed', () => {
    const changed = fc.constantFrom(
      ['Stalin', 'Beria'],
      ['Austria', 'Australia'],
      ['Geneva', 'Genoa'],
      ['1956', '1965'],
      ['seven', 'eleven'],
      ['never', 'often'],
    );
    fc.assert(
      fc.property(textAndWords, changed, fc.infiniteStream(fc.nat()), ({ text, range }, pair, numbers) => {
        const [old, other] = pair;
        const place = text.indexOf(' ', range.start + 1);
        const at = place === -1 || place > range.end ? range.end : place;
        const inserted = ` ${old}`;
        const edited = text.slice(0, at) + inserted + text.slice(at);
        const quote = edited.slice(range.start, range.end + inserted.length).replace(old ?? '', other ?? '');
        const result = findQuote({ text: edited }, { exact: noiseOf(quote, () => numbers.next().value) });
        expect(result.outcome).not.toBe('found');
      }),
      { numRuns: 200 },
    );
  });
});

describe('findQuote shows', () => {
  it('what comes close, best first, with scores, none overlapping', () => {
    const text = 'The year 1953 was cold. The year 1954 was cold. The year 1955 was colder. Nobody came.';
    const result = findQuote({ text }, { exact: 'The year 1956 was cold.' });
    if (result.outcome !== 'not-found') throw new Error(result.outcome);
    const { candidates } = result;
    expect(candidates.map(({ range }) => wordsAt(text, range))).toEqual([
      'The year 1953 was cold.',
      'The year 1954 was cold.',
      'The year 1955 was colder.',
    ]);
    expect(candidates.every(({ score }) => score > 0.8 && score < 1)).toBe(true);
    expect(candidates.map(({ score }) => score)).toEqual(
      candidates.map(({ score }) => score).sort((a, b) => b - a),
    );
  });

  it('a part that stands there alone, and nothing where nothing does', () => {
    const text = 'He called it “the Congress of Victors” in the country of socialism.';
    const exact = 'the Congress of Victors of which nobody had ever heard';
    expect(shown(text, { exact })[0]).toContain('the Congress of Victors');
    expect(shown(text, { exact: 'something else' })).toEqual([]);
    expect(shown(text, { exact: '–' })).toEqual([]);
  });

  it('whole graphemes, and finds no others', () => {
    const unit = fc.constantFrom(
      'a',
      'b',
      'ﬁ',
      'é',
      'e\u0301',
      '👨‍👩‍👧',
      '🇺🇦',
      ' ',
      '\n',
      '-',
      '“',
      'ö',
      'क्षि',
      '각',
      'ß',
      '…',
    );
    const words = fc.array(unit, { minLength: 1, maxLength: 40 }).map((units) => units.join(''));
    fc.assert(
      fc.property(words, words, (text, exact) => {
        const result = findQuote({ text }, { exact });
        const ranges =
          result.outcome === 'found' ? [result.range] : result.candidates.map(({ range }) => range);
        const suggested = candidatesFor({ text }, { exact, prefix: '', suffix: '' }, 5);
        for (const range of [...ranges, ...suggested.map((candidate) => candidate.range)]) {
          expect(range.start).toBeLessThan(range.end);
          expect(isGraphemeBoundary(text, range.start) && isGraphemeBoundary(text, range.end)).toBe(true);
        }
        if (result.outcome === 'found') expect(result.score).toBeGreaterThanOrEqual(FLOOR);
      }),
      { numRuns: 500 },
    );
  });
});

describe('candidatesFor', () => {
  const text =
    'At first Team Alpha reported a loss of ten. Nobody was told. Then Team Gamma reported a win of six. All were told.';

  it('suggests places where something like the words stands, by their context as well', () => {
    const quote = { exact: 'Team Beta reported', prefix: 'Nobody was told. Then ', suffix: ' a win of six.' };
    const candidates = candidatesFor({ text }, quote, 5);
    expect(candidates.map(({ range }) => wordsAt(text, range))).toEqual([
      'Team Gamma reported',
      'Team Alpha reported',
    ]);
    expect(candidatesFor({ text }, quote, 1)).toHaveLength(1);
  });

  it('suggests what stands between the old neighbours now', () => {
    const quote = {
      exact: 'some wholly different words',
      prefix: 'Nobody was told. Then ',
      suffix: ' a win of six.',
    };
    expect(candidatesFor({ text }, quote, 5).map(({ range }) => wordsAt(text, range))).toContain(
      'Team Gamma reported',
    );
  });

  it('finds the one among many that stands in its old context', () => {
    const many = `${'and the cat '.repeat(5000)}or the dog and so on ${'and the cat '.repeat(5000)}`;
    const quote = { exact: 'the', prefix: 'or ', suffix: ' dog and so on' };
    const [best] = candidatesFor({ text: many }, quote, 3);
    expect(best?.range.start).toBe(many.indexOf('the dog'));
    expect(best?.score).toBe(1);
  });

  it('suggests nothing for words that are nowhere', () => {
    expect(candidatesFor({ text }, { exact: 'zebras graze on Mars', prefix: '', suffix: '' }, 5)).toEqual([]);
    expect(candidatesFor({ text }, { exact: '—', prefix: '', suffix: '' }, 5)).toEqual([]);
  });
});
