import { LRUCache } from 'lru-cache';
import { InputInvalid } from '../../problem.ts';
import type { CslItem } from '../csl/item.ts';
import { type Cite, Engine } from './engine.ts';
import { Locales } from './locales.ts';
import { withoutMarks } from './marks.ts';
import { Unusable } from './read-xml.ts';
import { type FormattedAs, render } from './render.ts';
import { localesFolder, readShippedStyles } from './shipped-styles.ts';
import type { Style, StyleInfo } from './style.ts';
import { trialItem } from './trial-item.ts';
import { inFile, readUserStyles } from './user-styles.ts';

export type { Cite } from './engine.ts';
export type { FormattedAs } from './render.ts';
export type { StyleInfo } from './style.ts';

/** How to format: a style by its name, file name or id; a BCP 47 tag, such as `de` or `en-GB`. */
export interface Formatting {
  style: string;
  locale: string;
  as: FormattedAs;
}

export interface FormattedEntry {
  /** The id of the item. */
  key: string;
  /** What stands before it in a numbered bibliography, such as `[1]` or `1.`, as plain text; null in others. */
  label: string | null;
  formatted: string;
}

type Processor = typeof import('citeproc')['default'];

/** About 2.4 MB of memory each. */
const MOST_ENGINES = 24;
/** In characters, of what was formatted last: a list asks for the same again and again. */
const MOST_REFERENCES = 8_000_000;
const TRIAL_LOCALE = 'en-US';

/**
 * Formats sources by CSL styles. Texts of sources are plain, and come out as they are but for what a style asks of them:
 * its case, its quotation marks and its punctuation. HTML is inline, with no more than italics and the like in it. A
 * locale that is asked for wins over the one that a style prefers, so that answers can be foretold. An item of which a
 * style prints nothing is given as its key.
 */
export class Styles {
  readonly list: readonly StyleInfo[];
  /** BCP 47 tags, sorted. */
  readonly locales: readonly string[];
  readonly #processor: Processor;
  readonly #styles: readonly Style[];
  readonly #locales: Locales;
  readonly #engines = new LRUCache<string, Engine>({ max: MOST_ENGINES });
  readonly #references = new LRUCache<string, string>({
    maxSize: MOST_REFERENCES,
    sizeCalculation: (formatted, key) => formatted.length + key.length + 1,
  });

  private constructor(processor: Processor, styles: readonly Style[], locales: Locales) {
    this.#processor = processor;
    this.#styles = styles;
    this.#locales = locales;
    this.list = styles.map(({ info }) => info);
    this.locales = locales.tags;
  }

  /**
   * The shipped styles and those of a folder, each file `NAME.csl` a style of that name; it replaces a shipped one.
   * @param folder null for none.
   * @throws InputInvalid for a folder that cannot be read or a file that is no usable style, in one sentence.
   */
  static async open(folder: string | null): Promise<Styles> {
    const [{ default: processor }, locales, shipped] = await Promise.all([
      // Large, and few commands format.
      import('citeproc'),
      Locales.open(localesFolder),
      readShippedStyles(),
    ]);
    processor.debug = () => {};
    const own = folder === null ? [] : await readUserStyles(folder, shipped);
    for (const style of own) await inFile(`${style.info.name}.csl`, () => tryOut(processor, style, locales));
    const names = new Set(own.map(({ info }) => folded(info.name)));
    return new Styles(
      processor,
      [...shipped.filter(({ info }) => !names.has(folded(info.name))), ...own],
      locales,
    );
  }

  /**
   * An item as an entry of a bibliography, without its number; as the style cites it where that has no bibliography.
   * @throws InputInvalid for a style or a locale that is not there.
   */
  reference(item: CslItem, formatting: Formatting): string {
    const key = JSON.stringify([formatting.style, formatting.locale, formatting.as, item]);
    const known = this.#references.get(key);
    if (known !== undefined) return known;
    const [entry] = this.bibliography([item], formatting);
    const formatted = entry?.formatted ?? '';
    this.#references.set(key, formatted);
    return formatted;
  }

  /**
   * Items as a bibliography, sorted and told apart as the style does; a numbered one in the order given, unless the style
   * sorts. Of items with the same id only the first is in it.
   * @throws InputInvalid for a style or a locale that is not there.
   */
  bibliography(items: readonly CslItem[], formatting: Formatting): FormattedEntry[] {
    return this.#format(formatting, (engine, { numeric }) => {
      const entries = engine.bibliography(items);
      if (entries === null) return distinct(items).map((item) => this.#cited(engine, item, formatting));
      return entries.map(({ item, marked }) => {
        const { label, formatted } = render(marked, formatting.as, numeric);
        return { key: item.id, label, formatted: formatted || ofKeys([item], formatting) };
      });
    });
  }

  /**
   * What stands in the text for cites of some sources, or the note where the style cites in notes.
   * @throws InputInvalid for a style or a locale that is not there.
   */
  citation(cites: readonly Cite[], formatting: Formatting): string {
    return this.#format(formatting, (engine) => {
      if (cites.length === 0) return '';
      const { formatted } = render(engine.citation(cites), formatting.as, false);
      return (
        formatted ||
        ofKeys(
          cites.map(({ item }) => item),
          formatting,
        )
      );
    });
  }

  /**
   * What stands in a text for each of some cites of its sources, or the notes: numbered in the order of the sources, and told
   * apart from them as its bibliography does.
   * @param among all sources of the text that may be mistaken for one another, in the order in which it cites them first.
   * @throws InputInvalid for a style or a locale that is not there.
   */
  citations(cites: readonly Cite[], formatting: Formatting, among: readonly CslItem[]): string[] {
    return this.#format(formatting, (engine) =>
      engine.citations(cites, among).map(
        (marked, index) =>
          render(marked, formatting.as, false).formatted ||
          ofKeys(
            cites.slice(index, index + 1).map(({ item }) => item),
            formatting,
          ),
      ),
    );
  }

  /** Whether a style cites by numbers. @throws InputInvalid for a style that is not there. */
  isNumeric(style: string): boolean {
    return this.#style(style).info.numeric;
  }

  #cited(engine: Engine, item: CslItem, formatting: Formatting): FormattedEntry {
    const { formatted } = render(
      engine.citation([{ item, locator: null, label: null }]),
      formatting.as,
      false,
    );
    return { key: item.id, label: null, formatted: formatted || ofKeys([item], formatting) };
  }

  #format<T>(formatting: Formatting, use: (engine: Engine, info: StyleInfo) => T): T {
    const style = this.#style(formatting.style);
    const tag = this.#locales.resolve(formatting.locale);
    const key = `${tag} ${style.info.name}`;
    try {
      const engine = this.#engines.get(key) ?? new Engine(this.#processor, style.read(), tag, this.#locales);
      this.#engines.set(key, engine);
      return use(engine, style.info);
    } catch (error) {
      this.#engines.delete(key);
      throw new InputInvalid(
        `The citation style "${style.info.name}" fails on this (${reason(error)}); choose another one.`,
      );
    }
  }

  #style(asked: string): Style {
    const name = folded(asked);
    const found =
      this.#styles.findLast(({ info }) => folded(info.name) === name) ??
      this.#styles.findLast(({ aliases }) => aliases.some((alias) => folded(alias) === name));
    if (found !== undefined) return found;
    const names = this.list.map((info) => info.name).join(', ');
    throw new InputInvalid(`There is no citation style "${asked.slice(0, 80)}"; choose one of ${names}.`);
  }
}

/** @throws Unusable */
function tryOut(processor: Processor, style: Style, locales: Locales): void {
  try {
    const engine = new Engine(processor, style.read(), TRIAL_LOCALE, locales);
    engine.bibliography([trialItem]);
    engine.citation([{ item: trialItem, locator: '12', label: 'PAGE' }]);
  } catch (error) {
    throw new Unusable(`cannot format a plain article (${reason(error)}); correct it`);
  }
}

/** What tells which sources they are, where a style prints nothing of them. */
function ofKeys(items: readonly CslItem[], { as }: Formatting): string {
  return render(withoutMarks(items.map(({ id }) => id).join('; ')), as, false).formatted;
}

function distinct(items: readonly CslItem[]): CslItem[] {
  return [...new Map(items.toReversed().map((item) => [item.id, item])).values()].toReversed();
}

function folded(name: string): string {
  return name.trim().toLowerCase();
}

/** The processor throws strings. */
function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s+/g, ' ').slice(0, 200);
}
