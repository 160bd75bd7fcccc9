import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cslLabels, cslRoles, cslTypes } from '../../../src/citations/csl/terms.ts';
import { toCsl } from '../../../src/citations/csl/to-csl.ts';
import { emptyContent, textVariables } from '../../../src/citations/source.ts';
import { sources } from '../styles/sources.ts';

describe('a source as an item of CSL-JSON', () => {
  it('has its key, its type and what is known of it, under the names of CSL', () => {
    const content = {
      ...emptyContent('ARTICLE_JOURNAL'),
      title: 'A <i>title</i> & more',
      container: 'Slavic Review',
      containerShort: 'Slav. Rev.',
      pages: '12-15',
      archiveLocation: 'f. 1, op. 2',
      release: '2.0',
      event: 'Twentieth Congress',
      doi: '10.2307/2499177',
      issued: '1991-03',
      accessed: '2024-01-02',
      eventDate: '1956-02-14/1956-02-25',
    };
    expect(toCsl({ key: 'getty1991', content })).toEqual({
      id: 'getty1991',
      type: 'article-journal',
      title: 'A <i>title</i> & more',
      'container-title': 'Slavic Review',
      'container-title-short': 'Slav. Rev.',
      page: '12-15',
      archive_location: 'f. 1, op. 2',
      version: '2.0',
      'event-title': 'Twentieth Congress',
      DOI: '10.2307/2499177',
      issued: { 'date-parts': [[1991, 3]] },
      accessed: { 'date-parts': [[2024, 1, 2]] },
      'event-date': {
        'date-parts': [
          [1956, 2, 14],
          [1956, 2, 25],
        ],
      },
    });
  });

  it('has its creators by their roles, in their order', () => {
    const nobody = {
      family: null,
      given: null,
      droppingParticle: null,
      nonDroppingParticle: null,
      suffix: null,
      literal: null,
    };
    const content = {
      ...emptyContent('BOOK'),
      creators: [
        { ...nobody, role: 'AUTHOR' as const, family: 'Musset', given: 'Alfred', droppingParticle: 'de' },
        { ...nobody, role: 'EDITOR' as const, family: 'Gogh', given: 'Vincent', nonDroppingParticle: 'van' },
        { ...nobody, role: 'AUTHOR' as const, family: 'King', given: 'Martin', suffix: 'Jr.' },
        { ...nobody, role: 'EDITOR_TRANSLATOR' as const, literal: 'Central Committee' },
      ],
    };
    expect(toCsl({ key: 'a', content })).toEqual({
      id: 'a',
      type: 'book',
      author: [
        { family: 'Musset', given: 'Alfred', 'dropping-particle': 'de' },
        { family: 'King', given: 'Martin', suffix: 'Jr.' },
      ],
      editor: [{ family: 'Gogh', given: 'Vincent', 'non-dropping-particle': 'van' }],
      editortranslator: [{ literal: 'Central Committee' }],
    });
  });

  it('of which nothing is known is a type', () => {
    expect(toCsl({ key: 'a', content: emptyContent('MAP') })).toEqual({ id: 'a', type: 'map' });
  });

  it('has all of its texts, whatever they are', () => {
    fc.assert(
      fc.property(sources, (source) => {
        const item = toCsl(source);
        for (const [field, variable] of Object.entries(textVariables)) {
          const text = Object.entries(source.content).find(([name]) => name === field)?.[1];
          expect(item[variable]).toBe(text ?? undefined);
        }
        const creators = Object.values(cslRoles).flatMap((role): unknown[] => {
          const names = item[role];
          return Array.isArray(names) ? names : [];
        });
        expect(creators).toHaveLength(source.content.creators.length);
      }),
    );
  });
});

it('no two types, roles or labels are written the same', () => {
  for (const terms of [cslTypes, cslRoles, cslLabels]) {
    const written: string[] = Object.values(terms);
    expect(new Set(written).size).toBe(written.length);
  }
});
