import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Tokenizer } from '../../../src/anchors/alignment/tokens.ts';
import { isGraphemeBoundary } from '../../../src/text/graphemes.ts';

const words = (text: string): string[] => {
  const tokens = new Tokenizer().read([text]);
  return Array.from(tokens.starts, (start, token) => text.slice(start, tokens.ends[token]));
};

describe('tokens', () => {
  it.each([
    ["The party's 1,234.5 roubles (gone).", ['The', "party's", '1,234.5', 'roubles', '(', 'gone', ')', '.']],
    ['Не было — нет…', ['Не', 'было', '—', 'нет', '…']],
    ['秘密报告，1956年。', ['秘', '密', '报', '告', '，', '1956', '年', '。']],
    ['مَرْحَبًا بِكُم', ['مَرْحَبًا', 'بِكُم']],
    ['باع ٨٬٥٩٠٫٥ برميلا، ٣', ['باع', '٨٬٥٩٠٫٥', 'برميلا', '،', '٣']],
    ['a👩‍👩‍👧🇬🇪👍🏽b', ['a', '👩‍👩‍👧', '🇬🇪', '👍🏽', 'b']],
    ['e\u0301x\u0301 \u0301y', ['e\u0301x\u0301', '\u0301y']],
    ['', []],
  ])('of %s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('are in order, hold all that is no white space, and cut no grapheme', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const tokens = new Tokenizer().read([text]);
        let last = 0;
        for (const [token, start] of tokens.starts.entries()) {
          const end = tokens.ends[token] ?? 0;
          expect(text.slice(last, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          expect(isGraphemeBoundary(text, end)).toBe(true);
          last = end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
    );
  });

  it('of the same kind are the same words, in all texts read', () => {
    const { kinds, texts, firstOf } = new Tokenizer().read(['a b a', '', 'b c']);
    expect([...kinds]).toEqual([0, 1, 0, 1, 2]);
    expect([...texts]).toEqual([0, 0, 0, 2, 2]);
    expect([...firstOf]).toEqual([0, 3, 3, 5]);
  });
});
