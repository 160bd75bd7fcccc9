import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CslItem } from '../../../src/citations/csl/item.ts';
import { toCsl } from '../../../src/citations/csl/to-csl.ts';
import { emptyContent } from '../../../src/citations/source.ts';
import { checkStyle } from '../../../src/citations/styles/check-style.ts';
import { readXml } from '../../../src/citations/styles/read-xml.ts';
import { shippedStyles, stylesFolder } from '../../../src/citations/styles/shipped-styles.ts';
import { describeStyle, styleId } from '../../../src/citations/styles/style.ts';
import { type FormattedAs, Styles } from '../../../src/citations/styles/styles.ts';

const styles = await Styles.open(null);
const by = (style: string, locale = 'en-US', as: FormattedAs = 'text') => ({ style, locale, as });
const getty = [{ family: 'Getty', given: 'J. Arch' }];

function book(id: string, more: Partial<CslItem> = {}): CslItem {
  const fields = Object.fromEntries(
    Object.entries(more).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
  return {
    id,
    type: 'book',
    title: `Title ${id}`,
    author: getty,
    issued: { 'date-parts': [[1985]] },
    ...fields,
  };
}

describe('the styles', () => {
  it('are listed with how they cite', () => {
    expect(styles.list.map(({ name, notes, numeric }) => [name, notes, numeric])).toEqual([
      ['apa', false, false],
      ['chicago-author-date', false, false],
      ['chicago-notes', true, false],
      ['chicago-short-notes', true, false],
      ['mla', false, false],
      ['harvard', false, false],
      ['vancouver', false, true],
      ['ieee', false, true],
    ]);
  });

  it.each(shippedStyles)(
    '$name is what its file says, and passes what is asked of a user’s',
    async ({ file, ...info }) => {
      const xml = readXml(await readFile(join(stylesFolder, `${file}.csl`), 'utf8'), 'style');
      checkStyle(xml);
      expect(describeStyle(info.name, xml)).toEqual(info);
      expect(styleId(xml)).toBe(`http://www.zotero.org/styles/${file}`);
    },
  );

  it.each([
    'chicago-fullnote-bibliography',
    'http://www.zotero.org/styles/chicago-fullnote-bibliography',
    ' Chicago-Notes ',
  ])('are known as %s too', (name) => {
    expect(styles.reference(book('a'), by(name))).toBe(styles.reference(book('a'), by('chicago-notes')));
  });

  it('that are not there are answered with those that are', () => {
    const message =
      'There is no citation style "turabian"; choose one of apa, chicago-author-date, chicago-notes, chicago-short-notes, mla, harvard, vancouver, ieee.';
    for (const ask of [
      () => styles.reference(book('a'), by('turabian')),
      () => styles.bibliography([], by('turabian')),
      () => styles.citation([], by('turabian')),
    ]) {
      expect(ask).toThrow(expect.objectContaining({ code: 'INPUT_INVALID', message }));
    }
  });
});

describe('a locale', () => {
  it.each([
    ['de', 'de-DE'],
    ['DE-at', 'de-AT'],
    ['de_CH', 'de-CH'],
    ['de-LU', 'de-DE'],
    ['fr', 'fr-FR'],
    ['pt', 'pt-PT'],
    ['ru', 'ru-RU'],
    ['en-gb', 'en-GB'],
    ['en-AU', 'en-US'],
    ['en', 'en-US'],
    ['zh-Hant-TW', 'zh-CN'],
    ['ar-EG', 'ar'],
  ])('%s is %s', (asked, found) => {
    const item = book('a', {
      edition: '2',
      issued: undefined,
      accessed: { 'date-parts': [[2024, 1, 2]] },
      URL: 'https://example.org/',
    });
    expect(styles.reference(item, by('harvard', asked))).toBe(styles.reference(item, by('harvard', found)));
    expect(styles.locales).toContain(found);
  });

  it.each(['la', '', 'constructor', 'xx-DE', '../en-US'])(
    '%j is not there, and the message says which are',
    (asked) => {
      expect(() => styles.reference(book('a'), by('apa', asked))).toThrow(
        expect.objectContaining({
          code: 'INPUT_INVALID',
          message: expect.stringContaining('de-AT, de-CH, de-DE, el-GR, en-GB, en-US'),
        }),
      );
    },
  );

  const undated = {
    id: 'a',
    type: 'chapter',
    title: 'Trauer',
    author: [
      { family: 'Müller', given: 'Eva' },
      { family: 'Šmíd', given: 'Jan' },
    ],
    'container-title': 'Band',
    page: '3-9',
    edition: '2',
    publisher: 'Verlag',
  };
  it.each([
    [
      'en-US',
      'Müller, E., & Šmíd, J. (n.d.). Trauer. In Band (2nd ed., pp. 3–9). Verlag.',
      'Müller, E. and Šmíd, J. (no date) “Trauer,” in Band. 2nd ed. Verlag, pp. 3–9.',
    ],
    [
      'en-GB',
      'Müller, E., & Šmíd, J. (n.d.). Trauer. In Band (2nd ed., pp. 3–9). Verlag.',
      'Müller, E. and Šmíd, J. (no date) ‘Trauer’, in Band. 2nd edn. Verlag, pp. 3–9.',
    ],
    [
      'de',
      'Müller, E., & Šmíd, J. (o.\u00a0J.). Trauer. In Band (2. Aufl., S. 3–9). Verlag.',
      'Müller, E. und Šmíd, J. (ohne Datum) „Trauer“, in Band. 2. Aufl. Verlag, S. 3–9.',
    ],
    [
      'fr',
      'Müller, E., & Šmíd, J. (s.\u00a0d.). Trauer. In Band (2ᵉ éd., p. 3‑9). Verlag.',
      'Müller, E. et Šmíd, J. (sans date) «\u00a0Trauer\u00a0», in Band. 2ᵉ éd. Verlag, p. 3‑9.',
    ],
    [
      'ru',
      'Müller, E., & Šmíd, J. (б. д.). Trauer. В Band (2-е изд., сс. 3–9). Verlag.',
      'Müller, E. и Šmíd, J. (без даты) «Trauer», в Band. 2-е изд. Verlag, сс. 3–9.',
    ],
  ])('%s has its own words, dates and quotation marks', (locale, apa, harvard) => {
    expect(styles.reference(undated, by('apa', locale))).toBe(apa);
    expect(styles.reference(undated, by('harvard', locale))).toBe(harvard);
  });

  it('that is asked for wins over the one that the style prefers', () => {
    const item = book('a', { edition: '2' });
    expect(styles.reference(item, by('harvard', 'en-US'))).toContain('2nd ed.');
    expect(styles.reference(item, by('harvard', 'en-GB'))).toContain('2nd edn.');
  });
});

describe('a bibliography', () => {
  it('is sorted and told apart as the style does', () => {
    const items = [book('b'), book('c', { author: [{ family: 'Conquest', given: 'Robert' }] }), book('a')];
    expect(styles.bibliography(items, by('apa'))).toEqual([
      { key: 'c', label: null, formatted: 'Conquest, R. (1985). Title c.' },
      { key: 'a', label: null, formatted: 'Getty, J. A. (1985a). Title a.' },
      { key: 'b', label: null, formatted: 'Getty, J. A. (1985b). Title b.' },
    ]);
  });

  it('in numbers is in the order given, with the numbers apart', () => {
    const items = ['b', 'a'].map((id) => book(id));
    expect(styles.bibliography(items, by('ieee')).map(({ key, label }) => [key, label])).toEqual([
      ['b', '[1]'],
      ['a', '[2]'],
    ]);
    expect(styles.bibliography(items, by('vancouver', 'en-US', 'html'))).toEqual([
      { key: 'b', label: '1.', formatted: 'Getty JA. Title b. 1985.' },
      { key: 'a', label: '2.', formatted: 'Getty JA. Title a. 1985.' },
    ]);
    expect(styles.reference(book('b'), by('ieee'))).toBe('J. A. Getty, Title b. 1985.');
  });

  it('keeps punctuation at the start of an entry out of the number', () => {
    const item: CslItem = { id: 'a', type: 'book', title: '…And justice' };
    expect(styles.bibliography([{ ...item, title: '...And justice' }], by('ieee'))).toEqual([
      { key: 'a', label: '[1]', formatted: '...And justice.' },
    ]);
    expect(styles.bibliography([item], by('vancouver'))).toEqual([
      { key: 'a', label: '1.', formatted: '…And justice.' },
    ]);
  });

  it('has each source once, by its key', () => {
    const entries = styles.bibliography(
      [book('a'), book('b'), book('a', { title: 'Another' })],
      by('chicago-notes'),
    );
    expect(entries.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(styles.bibliography([], by('mla'))).toEqual([]);
  });

  it('has the key of a source of which the style prints nothing', () => {
    const nothing = toCsl({ key: 'a<b', content: emptyContent('DOCUMENT') });
    expect(styles.bibliography([nothing], by('mla', 'en-US', 'html'))).toEqual([
      { key: 'a<b', label: null, formatted: 'a&lt;b' },
    ]);
    expect(styles.bibliography([nothing], by('ieee'))).toEqual([
      { key: 'a<b', label: '[1]', formatted: 'a<b' },
    ]);
    expect(styles.citation([{ item: nothing, locator: null, label: null }], by('mla'))).toBe('a<b');
  });

  it('knows keys that are names of properties', () => {
    for (const key of ['__proto__', 'constructor', 'toString']) {
      expect(
        styles
          .bibliography([book(key), book('b')], by('apa'))
          .map((entry) => entry.key)
          .sort(),
      ).toEqual([key, 'b'].sort());
    }
  });
});

describe('a citation', () => {
  const cite = (item: CslItem, locator: string | null = null) => ({ item, locator, label: null });
  it('of several sources is one', () => {
    const conquest = book('c', { author: [{ family: 'Conquest', given: 'Robert' }] });
    expect(styles.citation([cite(book('a'), '12-15'), cite(book('b')), cite(conquest)], by('apa'))).toBe(
      '(Conquest, 1985; Getty, 1985a, pp. 12–15, 1985b)',
    );
    expect(styles.citation([], by('apa'))).toBe('');
  });

  it('counts what its label says', () => {
    expect(styles.citation([{ item: book('a'), locator: '7', label: 'CHAPTER' }], by('apa'))).toBe(
      '(Getty, 1985, Chapter 7)',
    );
    expect(
      styles.citation([{ item: book('a'), locator: '7', label: 'FOLIO' }], by('chicago-notes', 'de')),
    ).toBe('J. Arch Getty, Title a, 1985, Fol. 7.');
  });

  it('of a style in notes is the note', () => {
    expect(styles.citation([cite(book('a'), '9')], by('chicago-notes'))).toBe(
      'J. Arch Getty, Title a, 1985, 9.',
    );
    expect(styles.citation([cite(book('a'), '9')], by('chicago-short-notes'))).toBe('Getty, Title a, 9.');
  });
});

describe('a text of a source stays text', () => {
  const title = 'A <i>title</i> & <script>alert("1")</script>, 1 < 2 > 0, $& $\' $` $1 %%STRING%% a|b';
  it('character by character in plain text, but for quotation marks', () => {
    expect(styles.reference({ id: 'a', type: 'article-journal', title }, by('vancouver'))).toBe(
      'A <i>title</i> & <script>alert(“1”)</script>, 1 < 2 > 0, $& $’ $` $1 %%STRING%% a|b.',
    );
  });

  it('in HTML, in every style', () => {
    for (const { name } of styles.list) {
      const formatted = styles.reference(
        { id: 'a', type: 'book', title, author: [{ literal: '<b>A|B</b>' }] },
        by(name, 'en-US', 'html'),
      );
      expect(formatted).toContain('&lt;i&gt;');
      expect(formatted).toContain('&lt;script&gt;');
      expect(formatted).toContain('&lt;b&gt;A|B&lt;/b&gt;');
      expect(formatted.replace(/<\/?i>/g, '')).not.toMatch(/[<>]/);
    }
  });

  it.each([
    ['a note', { note: 'type: thesis\n{:title: Another}\nissued: 2000' }],
    ['a family name in quotation marks', { author: [{ family: '"Getty"', given: 'J.' }] }],
    ['a family name with a particle', { author: [{ family: 'de Musset', given: 'Alfred' }] }],
  ])('%s is not read for more than it says', (_what, fields) => {
    const reference = styles.reference(book('a', fields), by('chicago-author-date'));
    expect(reference).toContain('1985');
    expect(reference).toContain('Title a');
    expect(reference).toMatch(/^(?:Getty,|“Getty,”|de Musset,) /);
  });

  it('with flags, ligatures and other scripts, as it is', () => {
    const words = 'ﬁ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 𝒮 हिन्दी 列宁 שלום x²';
    expect(styles.reference({ id: 'a', type: 'book', title: words }, by('vancouver', 'en-US', 'html'))).toBe(
      `${words}.`,
    );
  });
});

describe('what is known of a source in part', () => {
  it.each([
    [
      'authors only',
      { id: 'a', type: 'manuscript', author: getty },
      ['Getty, J. A. (n.d.).', 'Getty, J. Arch.'],
    ],
    [
      'an interval',
      book('a', { issued: { 'date-parts': [[1956, 2], [1958]] } }),
      ['Getty, J. A. (1956–1958). Title a.', 'Getty, J. Arch. Title a. 1956–1958.'],
    ],
    [
      'an open interval',
      book('a', { issued: { 'date-parts': [[1956], [0]] } }),
      ['Getty, J. A. (1956–). Title a.', 'Getty, J. Arch. Title a. 1956–.'],
    ],
    [
      'about a year',
      book('a', { issued: { 'date-parts': [[1956]], circa: true } }),
      ['Getty, J. A. (ca. 1956). Title a.', 'Getty, J. Arch. Title a. 1956.'],
    ],
    [
      'a decade',
      book('a', { issued: { literal: '1950s' } }),
      ['Getty, J. A. (1950s). Title a.', 'Getty, J. Arch. Title a. 1950s.'],
    ],
    [
      'before the common era',
      book('a', { issued: { 'date-parts': [[-44]] } }),
      ['Getty, J. A. (44 B.C.E.). Title a.', 'Getty, J. Arch. Title a. 44BC.'],
    ],
    [
      'a given name alone',
      book('a', { author: [{ given: 'Plato' }] }),
      ['Plato. (1985). Title a.', 'Plato. Title a. 1985.'],
    ],
  ])('%s', (_what, item, [apa, mla]) => {
    expect(styles.reference(item, by('apa'))).toBe(apa);
    expect(styles.reference(item, by('mla'))).toBe(mla);
  });
});

describe('the processor', () => {
  afterEach(() => vi.restoreAllMocks());

  it('says nothing on the console', () => {
    const consoles = (['log', 'warn', 'error', 'info'] as const).map((method) => vi.spyOn(console, method));
    for (const { name } of styles.list) {
      styles.bibliography(
        [{ id: 'a', type: 'no-such-type', title: 'T', 'no-such-variable': 'x', author: [{}] }],
        by(name),
      );
    }
    for (const spy of consoles) expect(spy).not.toHaveBeenCalled();
  });

  it('answers the same again, whatever came before', () => {
    const before = styles.bibliography([book('a'), book('b')], by('chicago-author-date'));
    styles.citation([{ item: book('c'), locator: '1', label: null }], by('chicago-author-date'));
    styles.reference(book('a', { title: 'Changed' }), by('chicago-author-date'));
    expect(styles.bibliography([book('a'), book('b')], by('chicago-author-date'))).toEqual(before);
    expect(styles.reference(book('a'), by('chicago-author-date'))).toContain('1985. Title a');
  });
});
