import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsl } from '../../../src/citations/csl/to-csl.ts';
import { emptyContent } from '../../../src/citations/source.ts';
import { Styles } from '../../../src/citations/styles/styles.ts';
import { LocatorLabel, SourceType } from '../../../src/store/generated/enums.ts';
import { sources } from './sources.ts';

const styles = await Styles.open(null);
const formattings = fc.record({
  style: fc.constantFrom(...styles.list.map(({ name }) => name)),
  locale: fc.constantFrom('en-US', 'ar', 'ja-JP'),
  as: fc.constantFrom('text' as const, 'html' as const),
});
/** An engine takes long to make. */
const fewLocales = fc.record({
  style: fc.constantFrom(...styles.list.map(({ name }) => name)),
  locale: fc.constantFrom('en-US', 'ru-RU'),
  as: fc.constantFrom('text' as const, 'html' as const),
});
const items = fc.uniqueArray(sources.map(toCsl), { minLength: 1, maxLength: 4, selector: ({ id }) => id });
const locators = fc.option(
  fc.oneof(fc.constantFrom('12', '12-15', 'IV', 'p. 3 | 2020-01-01', '<i>'), fc.string()),
);
const labels = fc.option(fc.constantFrom(...Object.values(LocatorLabel)));

const TAGS =
  /<\/?(?:i|em|b|sup|sub|span)>|<span style="(?:font-style|font-variant|font-weight|text-decoration):[a-z-]+">/g;
const MARKS = /[\ufdd0-\ufdef\uffff\ufffe]/;

function isClean(formatted: string, as: 'text' | 'html'): boolean {
  if (MARKS.test(formatted) || !formatted.isWellFormed() || formatted !== formatted.trim()) return false;
  return as === 'text' || !/[<>]/.test(formatted.replace(TAGS, ''));
}

describe('whatever a source is made of, in every style and locale', () => {
  it('it is formatted, and no tag of it is one in HTML', () => {
    fc.assert(
      fc.property(items, formattings, locators, labels, (given, formatting, locator, label) => {
        const entries = styles.bibliography(given, formatting);
        expect(entries.map(({ key }) => key).sort()).toEqual(given.map(({ id }) => id).sort());
        const citation = styles.citation(
          given.map((item) => ({ item, locator, label })),
          formatting,
        );
        for (const text of [citation, ...entries.map(({ formatted }) => formatted)]) {
          expect(text).toSatisfy((formatted: string) => isClean(formatted, formatting.as));
        }
        for (const { label: before } of entries) {
          if (before !== null) expect(before).toMatch(/^(?:\d+\.?|\[\d+\])$/);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('nothing of one call is in the next', async () => {
    const fresh = await Styles.open(null);
    fc.assert(
      fc.property(fc.array(fc.tuple(items, fewLocales), { minLength: 2, maxLength: 3 }), (calls) => {
        const [last] = calls.slice(-1);
        if (last === undefined) return;
        const [given, formatting] = last;
        for (const [before, how] of calls.slice(0, -1)) {
          const same = { ...how, style: formatting.style, locale: formatting.locale };
          styles.bibliography(before, same);
          styles.citation(
            before.map((item) => ({ item, locator: null, label: null })),
            same,
          );
        }
        expect(styles.bibliography(given, formatting)).toEqual(fresh.bibliography(given, formatting));
        const cites = given.map((item) => ({ item, locator: '1', label: null }));
        expect(styles.citation(cites, formatting)).toBe(fresh.citation(cites, formatting));
      }),
      { numRuns: 40 },
    );
  });
});

it('every type, label, style and locale goes with every other', () => {
  for (const { name } of styles.list) {
    for (const locale of styles.locales) {
      for (const label of Object.values(LocatorLabel)) {
        const item = toCsl({ key: 'k', content: { ...emptyContent('BOOK'), title: 'Title' } });
        const cited = styles.citation([{ item, locator: '7', label }], { style: name, locale, as: 'text' });
        expect(cited).not.toBe('');
      }
    }
    for (const type of Object.values(SourceType)) {
      const item = toCsl({ key: 'k', content: { ...emptyContent(type), title: 'Title' } });
      expect(styles.reference(item, { style: name, locale: 'en-US', as: 'text' })).toContain('itle');
    }
  }
});
