import { describe, expect, it } from 'vitest';
import { sentenceStarts } from '../../../src/anchors/alignment/sentences.ts';

const sentences = (text: string): string[] => {
  const starts = sentenceStarts(text);
  return starts.map((start, index) => text.slice(start, starts[index + 1]));
};

describe('sentences', () => {
  it.each([
    [['He spoke. ', 'They listened! ', 'Why?']],
    [['“It is so.” ', 'She left.']],
    [['A letter to P. T. Barnum by Dr. Zhivago. ', 'It was short.']],
    [['In c. 1956 he spoke. ', 'Then nothing.']],
    [['He spoke of World War II. ', 'She did not.']],
    [['Vor dem 15. Dezember 1843. ', 'Danach.']],
    [['Он сказал. ', 'Мы слушали.']],
    [['他说了。', '我们听了！', '为什么？']],
    [['قال ذلك؟ ', 'ثم ذهب.']],
    [['One line\n', 'another line']],
    [['No end at all']],
  ])('%j', (expected) => {
    expect(sentences(expected.join(''))).toEqual(expected);
  });

  it('start at 0 whatever the text is', () => {
    expect(sentenceStarts('')).toEqual([0]);
    expect(sentenceStarts('. . . ')).toEqual([0, 2, 4]);
  });
});
