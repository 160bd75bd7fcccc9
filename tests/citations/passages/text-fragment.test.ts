import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteOf } from '../../../src/anchors/quote.ts';
import { textFragment } from '../../../src/citations/passages/text-fragment.ts';

const SPEECH =
  'The basic structure of the speech was as follows: a repudiation of Stalin’s cult, well-known facts & others, and a long list of crimes that nobody had told of before.';

/** The directive for words of a text. */
function fragmentOf(text: string, words: string): string {
  const start = text.indexOf(words);
  const { exact, prefix, suffix } = quoteOf(text, { start, end: start + words.length });
  return textFragment(exact, prefix, suffix);
}

interface Directive {
  prefix: string | null;
  start: string;
  end: string | null;
  suffix: string | null;
}

/** Reads a directive as https://wicg.github.io/scroll-to-text-fragment/#parsing-the-fragment-directive does. */
function parse(fragment: string): Directive {
  const tokens = fragment.replace(/^:~:text=/, '').split(',');
  const prefix = tokens[0]?.endsWith('-') ? (tokens.shift()?.slice(0, -1) ?? null) : null;
  const suffix = tokens.at(-1)?.startsWith('-') ? (tokens.pop()?.slice(1) ?? null) : null;
  const [start, end] = tokens;
  if (start === undefined || tokens.length > 2) throw new Error(`No text directive: ${fragment}`);
  const decode = (term: string | null | undefined) =>
    term === null || term === undefined ? null : decodeURIComponent(term);
  return {
    prefix: decode(prefix),
    start: decodeURIComponent(start),
    end: decode(end),
    suffix: decode(suffix),
  };
}

describe('the text fragment', () => {
  it.each([
    ['a few words', 'basic structure of the speech', ':~:text=basic%20structure%20of%20the%20speech'],
    [
      'short words, with what is around them',
      'structure',
      ':~:text=The%20basic-,structure,-of%20the%20speech',
    ],
    [
      'a hyphen and an ampersand',
      'cult, well-known facts & others',
      ':~:text=cult%2C%20well%2Dknown%20facts%20%26%20others',
    ],
    [
      'words that are cut, whole',
      'peech was as follows: a repu',
      ':~:text=speech%20was%20as%20follows%3A%20a%20repudiation',
    ],
    [
      'no punctuation at the ends',
      ' speech was as follows: ',
      ':~:text=structure%20of%20the-,speech%20was%20as%20follows,-a%20repudiation%20of',
    ],
    [
      'all, by its ends',
      SPEECH,
      ':~:text=The%20basic%20structure%20of%20the,nobody%20had%20told%20of%20before',
    ],
  ])('has %s', (_what, words, fragment) => {
    expect(fragmentOf(SPEECH, words)).toBe(fragment);
  });

  it('tells words over several blocks by their ends, each in its block', () => {
    const text = 'Before.\n\nSee also:\n\nA list\n\nAnti-Stalinist left.\n\nAfter.';
    expect(fragmentOf(text, 'also:\n\nA list\n\nAnti')).toBe(':~:text=also,Anti');
    expect(fragmentOf(text, 'See also:\n\nA list')).toBe(':~:text=See%20also,A%20list');
    expect(fragmentOf(text, 'After.')).toBe(':~:text=After');
  });

  it('shows white space as a page does, and takes words of any script', () => {
    expect(textFragment('one\n  two\tthree, four and five', '', '')).toBe(
      ':~:text=one%20two%20three%2C%20four%20and%20five',
    );
    expect(parse(fragmentOf('在赫鲁晓夫的秘密报告中，他谴责了斯大林。', '秘密报告')).start).toBe('秘密报告');
    expect(parse(fragmentOf('مرحبا بالعالم.', 'بالعالم'))).toMatchObject({
      prefix: 'مرحبا',
      start: 'بالعالم',
    });
  });

  it('is empty where there are no words', () => {
    expect(textFragment('…', 'One', 'two')).toBe('');
    expect(textFragment('', '', '')).toBe('');
  });

  const texts = fc.string({
    unit: fc.constantFrom(
      'a',
      'b',
      'é',
      '𐍈',
      '字',
      'م',
      ' ',
      '-',
      ',',
      '&',
      '.',
      '\n',
      '\n\n',
      '#',
      '%',
      '"',
      '<',
    ),
    maxLength: 400,
  });

  it('is always a directive of whole words that stand there in that order', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, one, other) => {
        const characters = [...text];
        const [from = 0, to = 0] = [one, other]
          .map((at) => at % (characters.length + 1))
          .sort((a, b) => a - b);
        const utf16 = (at: number) => characters.slice(0, at).join('').length;
        const { exact, prefix, suffix } = quoteOf(text, { start: utf16(from), end: utf16(to) });
        const fragment = textFragment(exact, prefix, suffix);
        if (fragment === '') return;
        expect(fragment).toMatch(/^:~:text=[A-Za-z0-9%,\-_.!~*'()]+$/);
        expect(new URL(`https://example.org/#${fragment}`).hash).toBe(`#${fragment}`);
        const { prefix: lead, start, end, suffix: trail } = parse(fragment);
        const shown = (prefix + exact + suffix).replace(/\s+/gu, ' ');
        let at = 0;
        for (const term of [lead, start, end, trail]) {
          if (term === null) continue;
          expect(term).toMatch(/^[\p{L}\p{N}\p{M}].*$/su);
          const found = shown.indexOf(term, at);
          expect(found).toBeGreaterThanOrEqual(at);
          at = found + term.length;
        }
        expect(exact.length > 0).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('stays short, however long the words are', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 10, max: 2_000 }), (text, times) => {
        expect(textFragment(text.repeat(times), '', '').length).toBeLessThan(20_000);
      }),
      { numRuns: 50 },
    );
    expect(textFragment('a'.repeat(100_000), '', '')).toBe('');
  });
});
