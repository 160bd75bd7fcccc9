import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { XmlNode } from 'citeproc';
import { packageFolder } from '../../store/paths.ts';
import { readXml } from './read-xml.ts';
import type { Style, StyleInfo } from './style.ts';

export const stylesFolder = join(packageFolder, 'src', 'citations', 'styles', 'files');
export const localesFolder = join(packageFolder, 'src', 'citations', 'styles', 'locales');

/**
 * The official styles that are shipped, with their files. What they say of themselves is written out here, so that their
 * XML need not be read to list them. Chicago's notes are its full ones, as the first note on a source is (CMOS 14.19);
 * the short ones are those of a work whose bibliography has all that it cites.
 */
export const shippedStyles: readonly (StyleInfo & { file: string })[] = [
  {
    name: 'apa',
    title: 'American Psychological Association 7th edition',
    notes: false,
    numeric: false,
    file: 'apa',
  },
  {
    name: 'chicago-author-date',
    title: 'Chicago Manual of Style 17th edition (author-date)',
    notes: false,
    numeric: false,
    file: 'chicago-author-date',
  },
  {
    name: 'chicago-notes',
    title: 'Chicago Manual of Style 17th edition (full note)',
    notes: true,
    numeric: false,
    file: 'chicago-fullnote-bibliography',
  },
  {
    name: 'chicago-short-notes',
    title: 'Chicago Manual of Style 17th edition (note)',
    notes: true,
    numeric: false,
    file: 'chicago-note-bibliography',
  },
  {
    name: 'mla',
    title: 'Modern Language Association 9th edition',
    notes: false,
    numeric: false,
    file: 'modern-language-association',
  },
  {
    name: 'harvard',
    title: 'Cite Them Right 12th edition - Harvard',
    notes: false,
    numeric: false,
    file: 'harvard-cite-them-right',
  },
  { name: 'vancouver', title: 'Vancouver', notes: false, numeric: true, file: 'vancouver' },
  { name: 'ieee', title: 'IEEE', notes: false, numeric: true, file: 'ieee' },
];

/** The shipped styles, in the order in which they are listed. */
export async function readShippedStyles(): Promise<Style[]> {
  return Promise.all(
    shippedStyles.map(async ({ file, ...info }) => {
      const text = await readFile(join(stylesFolder, `${file}.csl`), 'utf8');
      let xml: XmlNode | undefined;
      return {
        info,
        aliases: [file, `http://www.zotero.org/styles/${file}`],
        read: () => {
          xml ??= readXml(text, 'style');
          return xml;
        },
      };
    }),
  );
}
