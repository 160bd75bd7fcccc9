import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGraphemeBoundary } from '../../src/text/graphemes.ts';
import { sentenceAround } from '../../src/text/sentences.ts';

/** The sentence around the words between two bars. */
function around(marked: string, language = 'en'): string {
  const start = marked.indexOf('|');
  const end = marked.lastIndexOf('|') - 1;
  const text = marked.replaceAll('|', '');
  const sentence = sentenceAround(text, { start, end }, language);
  return text.slice(sentence.start, sentence.end);
}

describe('a sentence', () => {
  it.each([
    ['in the middle', 'It rained. Then |Stalin| spoke. All left.', 'Then Stalin spoke.'],
    ['at the start', '|Stalin| spoke. All left.', 'Stalin spoke.'],
    ['at the end', 'It rained.\nThen |Stalin| spoke', 'Then Stalin spoke'],
    [
      'with initials',
      'It was so. The author |P.T. Komarov| agreed. So did he.',
      'The author P.T. Komarov agreed.',
    ],
    [
      'with a first initial',
      'One. The historian J. Arch |Getty| said so. Two.',
      'The historian J. Arch Getty said so.',
    ],
    ['with a reference', 'One. He left (cf. p. 3) for |Moscow|. Two.', 'He left (cf. p. 3) for Moscow.'],
    ['with an hour', 'One. At 5 p.m. on Sunday |he| left. Two.', 'At 5 p.m. on Sunday he left.'],
    ['with a title', 'One. Then Mr. |Stalin| spoke. Two.', 'Then Mr. Stalin spoke.'],
    ['after a year', 'It was in 1956. Then |he| went.', 'Then he went.'],
    ['after a number in a list', '1. |Stalin| spoke. 2. All left.', '1. Stalin spoke.'],
    ['after a pronoun', 'That was you and I. Then |he| went.', 'Then he went.'],
    [
      'with a quotation',
      'One. He asked: "What? When?" and |left|. Two.',
      'He asked: "What? When?" and left.',
    ],
    ['of a paragraph', 'A heading\n\nThen |he| went', 'Then he went'],
  ])('%s', (_, text, sentence) => {
    expect(around(text)).toBe(sentence);
  });

  it.each([
    ['de', 'Eins. Er war z.B. |Moskau| treu. Zwei.', 'Er war z.B. Moskau treu.'],
    ['de', 'Eins. Er war z. B. |Moskau| treu. Zwei.', 'Er war z. B. Moskau treu.'],
    ['de', 'Eins. Am 9. März kam |er|. Zwei.', 'Am 9. März kam er.'],
    ['ru', 'Раз. В 1953 г. |Сталин| умер. Два.', 'В 1953 г. Сталин умер.'],
    ['ru', 'Раз. Вождь, т.е. |Сталин|, умер. Два.', 'Вождь, т.е. Сталин, умер.'],
    ['ru', 'Раз. См. т. 5 у |Сталина|. Два.', 'См. т. 5 у Сталина.'],
    ['ja', '雨が降った。|スターリン|は話した。終わり。', 'スターリンは話した。'],
    ['zh', '下雨了。|斯大林|讲话。结束。', '斯大林讲话。'],
    ['hi', 'बारिश हुई। |स्टालिन| बोले। अंत।', 'स्टालिन बोले।'],
    ['ar', 'هل هذا؟ قال |ستالين| ذلك. انتهى.', 'قال ستالين ذلك.'],
  ])('in %s', (language, text, sentence) => {
    expect(around(text, language)).toBe(sentence);
  });

  it('is all of those that a range stands in', () => {
    expect(around('One. Two |three. Four| five. Six.')).toBe('Two three. Four five.');
  });

  it('of a range of many sentences begins with the first and ends with the last', () => {
    const middle = 'And on and on. '.repeat(500);
    expect(around(`Zero. A |start. ${middle}The end| came. More.`)).toBe(`A start. ${middle}The end came.`);
  });

  it('is cut at a space where it goes on and on', () => {
    const sentence = around(`${'word '.repeat(2_000)}|name|${' word'.repeat(2_000)}`);
    expect(sentence.length).toBeLessThanOrEqual(4_004);
    expect(sentence).toMatch(/^word .* word$/);
  });
});

it('holds the range and cuts no character, whatever the text', () => {
  const piece = fc.constantFrom(
    'Stalin',
    ' ',
    '. ',
    '.',
    '\n',
    '"',
    '(',
    ')',
    '「',
    '。',
    'é',
    '👨‍👩‍👧',
    'I.',
    'e\u0301',
    '\ud83d',
    '5. ',
    '?',
  );
  const texts = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(
      texts,
      fc.nat(),
      fc.nat(),
      fc.constantFrom('en', 'ru', 'xx', ''),
      (text, one, other, language) => {
        const [start, end] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b);
        const range = { start: start ?? 0, end: end ?? 0 };
        const sentence = sentenceAround(text, range, language);
        expect(sentence.start).toBeLessThanOrEqual(range.start);
        expect(sentence.end).toBeGreaterThanOrEqual(range.end);
        expect(sentence.start >= 0 && sentence.end <= text.length).toBe(true);
        for (const offset of [sentence.start, sentence.end])
          expect(offset === range.start || offset === range.end || isGraphemeBoundary(text, offset)).toBe(
            true,
          );
      },
    ),
    { numRuns: 2_000 },
  );
});
