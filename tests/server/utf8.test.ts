import fc from 'fast-check';
import { expect, it } from 'vitest';
import { utf8Of } from '../../src/server/utf8.ts';

it('A text is written in UTF-8 as Node would', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(utf8Of(text).equals(Buffer.from(text))).toBe(true);
      expect(utf8Of(text).toString('utf8')).toBe(text);
    }),
  );
  for (const text of ['', 'a', '“Привет”', '😀'.repeat(70_000)])
    expect(utf8Of(text).equals(Buffer.from(text))).toBe(true);
});
