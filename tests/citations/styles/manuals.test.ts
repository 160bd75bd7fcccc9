import { describe, expect, it } from 'vitest';
import { Styles } from '../../../src/citations/styles/styles.ts';
import { itemOf, readExamples, readPublished } from './read-examples.ts';

const styles = await Styles.open(null);
const STYLES = ['apa', 'chicago-author-date', 'chicago-notes', 'mla', 'harvard', 'vancouver', 'ieee'];
const formatting = (style: string) => ({
  style,
  locale: style === 'harvard' ? 'en-GB' : 'en-US',
  as: 'html' as const,
});

describe.each(readExamples())('$name', ({ source, references, citations }) => {
  it('has its reference in every style', () => {
    expect(Object.keys(references)).toEqual(STYLES);
  });

  it.each(Object.entries(references))('in %s', (style, reference) => {
    expect(styles.reference(itemOf(source), formatting(style))).toBe(reference);
  });

  it.each(Object.entries(citations))('cited in %s', (style, citation) => {
    const cite = { item: itemOf(source), locator: '50', label: 'PAGE' as const };
    expect(styles.citation([cite], formatting(style))).toBe(citation);
  });
});

describe('what a guide publishes is what is printed, but for what is known', () => {
  it.each(readPublished())('$style: $guide', ({ style, sources, reference, citation }) => {
    const items = sources.map((source, index) => itemOf(source, `source-${index}`));
    expect(reference ?? citation).toBeDefined();
    if (reference !== undefined) {
      const [entry] = styles.bibliography(items, formatting(style));
      expect(entry?.formatted).toBe(reference.printed ?? reference.published);
    }
    if (citation !== undefined) {
      const cites = items.map((item) => ({ item, locator: citation.locator ?? null, label: null }));
      expect(styles.citation(cites, formatting(style))).toBe(citation.printed ?? citation.published);
    }
  });
});
