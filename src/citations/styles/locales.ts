import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { XmlNode } from 'citeproc';
import { InputInvalid } from '../../problem.ts';
import { readXml } from './read-xml.ts';

/** The region of a language that has several, where none is asked for. */
const MAIN_REGIONS: Readonly<Record<string, string>> = { en: 'en-US', de: 'de-DE', fr: 'fr-FR', pt: 'pt-PT' };

/** The languages in which sources can be formatted, each a locale of CSL. */
export class Locales {
  /** BCP 47 tags, sorted. */
  readonly tags: readonly string[];
  readonly #texts: ReadonlyMap<string, string>;
  readonly #read = new Map<string, XmlNode>();

  constructor(texts: ReadonlyMap<string, string>) {
    this.#texts = texts;
    this.tags = [...texts.keys()].sort();
  }

  /** @param folder with files named such as locales-en-US.xml. */
  static async open(folder: string): Promise<Locales> {
    const files = (await readdir(folder)).filter((file) => /^locales-.+\.xml$/.test(file));
    const texts = await Promise.all(
      files.map(
        async (file): Promise<[string, string]> => [
          file.slice('locales-'.length, -'.xml'.length),
          await readFile(join(folder, file), 'utf8'),
        ],
      ),
    );
    return new Locales(new Map(texts));
  }

  /**
   * The locale for a BCP 47 tag, in any case: `de` is de-DE, and so is a region of German that is not there.
   * @throws InputInvalid where the language is not there.
   */
  resolve(tag: string): string {
    const parts = tag.trim().replaceAll('_', '-').toLowerCase().split('-');
    const [language = ''] = parts;
    const region = parts.slice(1).find((part) => /^(?:[a-z]{2}|\d{3})$/.test(part));
    const exact = this.tags.find((known) => known.toLowerCase() === `${language}-${region}`);
    if (exact !== undefined) return exact;
    const main = Object.hasOwn(MAIN_REGIONS, language) ? MAIN_REGIONS[language] : undefined;
    const found =
      this.tags.find((known) => known === main) ??
      this.tags.find((known) => known.toLowerCase().split('-', 1)[0] === language);
    if (found !== undefined) return found;
    throw new InputInvalid(
      `There is no locale "${tag.slice(0, 40)}"; the languages of references are ${this.tags.join(', ')}.`,
    );
  }

  /** The terms and dates of a locale; false where there are none. */
  read(tag: string): XmlNode | false {
    const known = this.#read.get(tag);
    if (known !== undefined) return known;
    const text = this.#texts.get(tag);
    if (text === undefined) return false;
    const locale = readXml(text, 'locale');
    this.#read.set(tag, locale);
    return locale;
  }
}
