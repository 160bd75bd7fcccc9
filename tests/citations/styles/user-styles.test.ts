import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CslItem } from '../../../src/citations/csl/item.ts';
import { Styles } from '../../../src/citations/styles/styles.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const book: CslItem = { id: 'a', type: 'book', title: 'Title', author: [{ family: 'Getty', given: 'J.' }] };
const text = { locale: 'en-US', as: 'text' } as const;

const INFO = '<info><title>Mine</title><id>urn:mine</id><updated>2020-01-01T00:00:00Z</updated></info>';
const TITLE = '<text variable="title"/>';
const layout = (within: string) => `<layout>${within}</layout>`;
const citation = (within = TITLE) => `<citation>${layout(within)}</citation>`;
const bibliography = (within: string, attributes = '') =>
  `<bibliography ${attributes}>${layout(within)}</bibliography>`;
const style = (within: string, attributes = 'class="in-text" version="1.0"') =>
  `<?xml version="1.0" encoding="utf-8"?>\n<style xmlns="http://purl.org/net/xbiblio/csl" ${attributes}>${within}</style>`;

async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

const openWith = async (files: Record<string, string>) => Styles.open(await folderWith(files));

describe('the styles of a folder', () => {
  it('are listed after the shipped ones, by the names of their files', async () => {
    const styles = await openWith({
      'mine.csl': style(INFO + citation() + bibliography(TITLE)),
      'notes.csl': style(INFO + citation(), 'class="note" version="1.0.2"'),
      'readme.txt': 'no style',
    });
    expect(styles.list.slice(-2)).toEqual([
      { name: 'mine', title: 'Mine', notes: false, numeric: false },
      { name: 'notes', title: 'Mine', notes: true, numeric: false },
    ]);
    expect(styles.reference(book, { style: 'mine', ...text })).toBe('Title');
    expect(styles.reference(book, { style: 'urn:mine', ...text })).toBe('Title');
  });

  it('replace a shipped one of the same name', async () => {
    const styles = await openWith({
      'APA.csl': style(INFO + citation() + bibliography('<text value="mine"/>')),
    });
    expect(styles.reference(book, { style: 'apa', ...text })).toBe('mine');
    expect(styles.list.filter(({ name }) => name.toLowerCase() === 'apa')).toHaveLength(1);
  });

  it('without a bibliography answer as they cite', async () => {
    const styles = await openWith({ 'mine.csl': style(INFO + citation(`${TITLE}<text value="!"/>`)) });
    expect(styles.reference(book, { style: 'mine', ...text })).toBe('Title!');
    expect(styles.bibliography([book, book], { style: 'mine', ...text })).toEqual([
      { key: 'a', label: null, formatted: 'Title!' },
    ]);
  });

  it('with numbers have them apart, also where they do not ask for it', async () => {
    const number = '<text variable="citation-number" prefix="(" suffix=") "/>';
    const styles = await openWith({
      'mine.csl': style(INFO + citation(number) + bibliography(number + TITLE)),
    });
    expect(styles.list.at(-1)).toMatchObject({ name: 'mine', numeric: true });
    expect(styles.bibliography([book], { style: 'mine', ...text })).toEqual([
      { key: 'a', label: '(1)', formatted: 'Title' },
    ]);
  });

  it('that align something else have it in the entry', async () => {
    const styles = await openWith({
      'mine.csl': style(
        INFO + citation() + bibliography(`${TITLE}<text value="rest"/>`, 'second-field-align="flush"'),
      ),
    });
    expect(styles.bibliography([book], { style: 'mine', ...text })).toEqual([
      { key: 'a', label: null, formatted: 'Title rest' },
    ]);
  });

  it('that stand for another are as that one', async () => {
    const dependent = (parent: string) =>
      style(
        `<info><title>Journal</title><id>urn:journal</id><link href="${parent}" rel="independent-parent"/></info>`,
      );
    const styles = await openWith({
      'journal.csl': dependent('http://www.zotero.org/styles/vancouver'),
      'other.csl': dependent('urn:mine'),
      'mine.csl': style(INFO + citation() + bibliography('<text value="mine"/>')),
    });
    expect(styles.list.find(({ name }) => name === 'journal')).toEqual({
      name: 'journal',
      title: 'Journal',
      notes: false,
      numeric: true,
    });
    expect(styles.reference(book, { style: 'journal', ...text })).toBe(
      styles.reference(book, { style: 'vancouver', ...text }),
    );
    expect(styles.reference(book, { style: 'other', ...text })).toBe('mine');
  });

  it('may have macros that call a hundred deep', async () => {
    const mine = style(INFO + chain(100) + citation('<text macro="m0"/>'));
    const styles = await openWith({ 'mine.csl': mine });
    expect(styles.reference(book, { style: 'mine', ...text })).toBe('Title');
  });

  it('may be links', async () => {
    const folder = await folderWith({ 'mine.csl': style(INFO + citation()) });
    await symlink(join(folder, 'mine.csl'), join(folder, 'link.csl'));
    const styles = await Styles.open(folder);
    expect(styles.list.slice(-2).map(({ name }) => name)).toEqual(['link', 'mine']);
  });
});

/** Macros m0, m1, … of which each calls the next. */
function chain(length: number, order: 'forwards' | 'backwards' = 'forwards'): string {
  const macros = Array.from({ length }, (_, at) => {
    const within = at === length - 1 ? TITLE : `<text macro="m${at + 1}"/>`;
    return `<macro name="m${at}">${within}</macro>`;
  });
  return (order === 'forwards' ? macros : macros.reverse()).join('');
}

describe('a style that cannot be used is refused in one sentence with its file', () => {
  const macro = (name: string, calls: string) =>
    `<macro name="${name}">${calls === '' ? TITLE : `<text macro="${calls}"/>`}</macro>`;
  const twice = (name: string, calls: string) =>
    `<macro name="${name}"><text macro="${calls}"/><text macro="${calls}"/></macro>`;
  const bomb =
    Array.from({ length: 40 }, (_, index) => twice(`m${index}`, `m${index + 1}`)).join('') + macro('m40', '');
  const LONG_CHAIN = /has a chain of more than 100 macros, each of which calls the next; make it shorter\.$/;
  it.each([
    ['no XML', 'hello', /^The citation style mine\.csl is not well-formed XML \(.+\); correct it\.$/],
    [
      'a tag that does not end',
      '<style xmlns="http://purl.org/net/xbiblio/csl"',
      /^The citation style mine\.csl is not well-formed XML \([^()\n]+\); correct it\.$/,
    ],
    ['an open element', style('<info>'), /is not well-formed XML/],
    ['nothing', '', /is not well-formed XML/],
    ['an unbound prefix', style(`${INFO}<x:y/>${citation()}`), /is not well-formed XML/],
    [
      'another root',
      '<locale xmlns="http://purl.org/net/xbiblio/csl"/>',
      /is no CSL style: its outermost element must be <style/,
    ],
    ['no namespace', '<style version="1.0"/>', /is no CSL style/],
    [
      'entities',
      `<!DOCTYPE style [<!ENTITY a "b">]>${style(INFO + citation())}`,
      /has a document type declaration; remove that\.$/,
    ],
    [
      'another version',
      style(INFO + citation(), 'class="in-text" version="1.1mlz1"'),
      /is of CSL version "1\.1mlz1"; convert it to version 1\.0\.$/,
    ],
    ['no version', style(INFO + citation(), 'class="in-text"'), /is of CSL version ""/],
    ['no citation', style(INFO + bibliography(TITLE)), /has no <citation> element; add one\.$/],
    [
      'a macro that calls itself',
      style(INFO + macro('a', 'a') + citation()),
      /has macros that call each other in a loop \("a" calls "a"\); break it\.$/,
    ],
    [
      'macros in a loop',
      style(
        INFO +
          macro('x', 'a') +
          macro('a', 'b') +
          macro('b', 'c') +
          macro('c', 'a') +
          citation('<text macro="x"/>'),
      ),
      /\("a" calls "b" calls "c" calls "a"\)/,
    ],
    [
      'a loop in a sort key',
      style(
        `${INFO}${macro('a', 'b')}${macro('b', 'a')}<citation><sort><key macro="a"/></sort>${layout(TITLE)}</citation>`,
      ),
      /in a loop/,
    ],
    ['a long chain of macros', style(INFO + chain(4_900) + citation('<text macro="m0"/>')), LONG_CHAIN],
    [
      'a long chain of macros, the last one first',
      style(INFO + chain(101, 'backwards') + citation('<text macro="m0"/>')),
      LONG_CHAIN,
    ],
    [
      'a macro that is not there',
      style(INFO + citation('<text macro="author"/>')),
      /calls the macro "author", which it does not have; add it\.$/,
    ],
    [
      'macros that grow without end',
      style(INFO + bomb + citation('<text macro="m0"/>')),
      /has more than 200000 elements with its macros written out; make it simpler\.$/,
    ],
    [
      'too many elements',
      style(INFO + citation(TITLE.repeat(20_001))),
      /has more than 20000 elements; make it smaller\.$/,
    ],
    [
      'too deep',
      style(INFO + citation('<group>'.repeat(101) + TITLE + '</group>'.repeat(101))),
      /is nested more than 100 elements deep; make it flatter\.$/,
    ],
    [
      'too large',
      style(INFO + citation() + ' '.repeat(1_000_000)),
      /is larger than 1 MB; make it smaller\.$/,
    ],
    [
      'an unknown value',
      style(INFO + citation('<text variable="title" font-style="wild"/>')),
      /has font-style="wild" in <text>; what there is for it is normal, italic, oblique\.$/,
    ],
    [
      'an unknown element',
      style(INFO + citation('<constructor/>')),
      /cannot format a plain article \(.+\); correct it\.$/,
    ],
    [
      'a parent that is not there',
      style('<info><title>J</title><link href="urn:other" rel="independent-parent"/></info>'),
      /stands for the style urn:other, which is not there; put the file of that one beside it\.$/,
    ],
    [
      'itself as parent',
      style('<info><title>J</title><id>urn:j</id><link href="urn:j" rel="independent-parent"/></info>'),
      /stands for the style urn:j, which is not there/,
    ],
  ])('%s', async (_what, content, message) => {
    await expect(openWith({ 'mine.csl': content })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringMatching(message),
    });
    await expect(openWith({ 'mine.csl': content })).rejects.toMatchObject({
      message: expect.stringMatching(/^The citation style mine\.csl [^\n]+\.$/),
    });
  });

  it('a folder, or a broken link, in place of a file', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'mine.csl'));
    await expect(Styles.open(folder)).rejects.toThrow(
      'The citation style mine.csl is not a file; take it out of the folder.',
    );
    const other = await temporaryFolder();
    await symlink(join(other, 'nowhere'), join(other, 'mine.csl'));
    await expect(Styles.open(other)).rejects.toThrow(
      'The citation style mine.csl cannot be read (ENOENT); check the file and its permissions.',
    );
  });

  it('a folder that is not there, or is none', async () => {
    const folder = await folderWith({ file: '' });
    await expect(Styles.open(join(folder, 'nowhere'))).rejects.toThrow(
      /^The folder of citation styles .+ cannot be read \(ENOENT\); create it, or leave it out\.$/,
    );
    await expect(Styles.open(join(folder, 'file'))).rejects.toThrow(/cannot be read \(ENOTDIR\)/);
  });

  it('a file that may not be read', async () => {
    const folder = await folderWith({ 'mine.csl': style(INFO + citation()) });
    await chmod(join(folder, 'mine.csl'), 0o000);
    // An administrator may read everything.
    if (process.getuid?.() === 0) await expect(Styles.open(folder)).resolves.toBeInstanceOf(Styles);
    else await expect(Styles.open(folder)).rejects.toThrow(/cannot be read \(EACCES\)/);
  });
});

describe('a hostile style', () => {
  const hostile = style(
    `${INFO}<locale xml:lang="en"><terms><term name="in">&lt;script&gt;term&lt;/script&gt;</term></terms>
      <style-options punctuation-in-quote="true" skip-words="(a+)+$,[" leading-noise-words="["/></locale>
    <citation>${layout(TITLE)}</citation>
    <bibliography><layout prefix="&lt;script&gt;1&lt;/script&gt;" suffix="&lt;/div&gt;&lt;img src=x onerror=alert(1)&gt;" delimiter="&#xFDD0;">
      <text value="&lt;b onclick=&quot;x&quot;&gt;v&lt;/b&gt;" font-weight="bold" prefix="\uFDD0&amp;lt;" suffix="\uFDED"/>
      <text term="in"/><text variable="title" text-decoration="underline" display="block"/>
    </layout></bibliography>`,
  );

  it('gets no tag into HTML', async () => {
    const styles = await openWith({ 'hostile.csl': hostile });
    const html = styles.reference(
      { ...book, title: '<u>T</u>' },
      { style: 'hostile', locale: 'en-US', as: 'html' },
    );
    expect(html.replace(/<\/?b>|<span style="text-decoration:underline">|<\/span>/g, '')).not.toMatch(/[<>]/);
    expect(html).toContain('&lt;script&gt;1&lt;/script&gt;');
    expect(html).toContain('<span style="text-decoration:underline">&lt;u&gt;T&lt;/u&gt;</span>');
    expect(html).not.toMatch(/[\ufdd0-\ufdef]/);
  });

  it('that fails on a source fails alone, and again the same', async () => {
    const fails = style(
      INFO +
        citation(
          `<choose><if type="map"><text term="no-such-term" form="wild"/><names variable="author"><name form="count"/><label form="wild"/></names></if><else>${TITLE}</else></choose>`,
        ),
    );
    const styles = await openWith({ 'mine.csl': fails });
    const formatting = { style: 'mine', ...text };
    for (const _again of [1, 2]) {
      let answer = '';
      try {
        answer = styles.reference({ ...book, type: 'map' }, formatting);
      } catch (error) {
        expect(error).toMatchObject({
          code: 'INPUT_INVALID',
          message: expect.stringMatching(/^The citation style "mine" fails on this/),
        });
      }
      expect(answer).not.toContain('CSL STYLE ERROR');
      expect(styles.reference(book, formatting)).toBe('Title');
    }
  });
});
