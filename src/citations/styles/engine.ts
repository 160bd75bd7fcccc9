import type { CitationItem, default as citeproc, Engine as Processor, XmlNode } from 'citeproc';
import type { LocatorLabel } from '../../store/generated/enums.ts';
import type { CslItem } from '../csl/item.ts';
import { cslLabels } from '../csl/terms.ts';
import { childrenOf } from './check-style.ts';
import { engineItem } from './engine-item.ts';
import type { Locales } from './locales.ts';
import { ENTRY, markingFormat, withoutMarks } from './marks.ts';

const FORMAT = 'scholion';
/** What the processor prints where nothing of an item is to be printed. */
const NOTHING = '[CSL STYLE ERROR: reference with no printed form.]';
/** What it would read into the texts of an item. */
const GUESSES = [
  'field_hack',
  'allow_field_hack_date_override',
  'locator_date_and_revision',
  'locator_label_parse',
];

/** A source as it is cited. */
export interface Cite {
  item: CslItem;
  locator: string | null;
  /** What the locator counts; null is pages. */
  label: LocatorLabel | null;
}

/** An item as the processor formatted it, with marks (see marks.ts). */
export interface MarkedEntry {
  item: CslItem;
  /** Empty where the style prints nothing of it. */
  marked: string;
}

/** The processor of one style in one locale. It is made anew after an error, as that may leave it in any state. */
export class Engine {
  readonly #processor: Processor;
  #items = new Map<string, CslItem>();

  /** @throws an error of the processor's where it cannot take the style. */
  constructor({ Engine: Processor, Output }: typeof citeproc, style: XmlNode, tag: string, locales: Locales) {
    Output.Formats[FORMAT] = markingFormat;
    const system = {
      retrieveLocale: (asked: string) => locales.read(asked),
      retrieveItem: (id: string) => engineItem(this.#items.get(id) ?? { id, type: 'document' }, id),
    };
    this.#processor = new Processor(system, aligned(structuredClone(style)), tag, true);
    for (const guess of GUESSES) this.#processor.opt.development_extensions[guess] = false;
    this.#processor.setOutputFormat(FORMAT);
  }

  /** The bibliography of items, in the style's order; null where the style has none. */
  bibliography(items: readonly CslItem[]): MarkedEntry[] | null {
    this.#take(items);
    const made = this.#processor.makeBibliography();
    if (made === false) return null;
    const entries = new Map<string, MarkedEntry>();
    for (const entry of made[1]) {
      const [, id = '', ...rest] = entry.split(ENTRY);
      const item = this.#items.get(id);
      if (item !== undefined) entries.set(id, { item, marked: withoutNothing(rest.join('')) });
    }
    // The processor leaves out what it has nothing to print of.
    for (const [id, item] of this.#items) if (!entries.has(id)) entries.set(id, { item, marked: '' });
    return [...entries.values()];
  }

  /** One citation of all; empty where nothing is to be printed. */
  citation(cites: readonly Cite[]): string {
    const ids = this.#take(cites.map(({ item }) => item));
    return this.#cluster(cites, ids);
  }

  /** A citation of each, told apart from others and numbered after them; empty where nothing is to be printed. */
  citations(cites: readonly Cite[], among: readonly CslItem[]): string[] {
    const ids = this.#take([...among, ...cites.map(({ item }) => item)]);
    return cites.map((cite) => this.#cluster([cite], ids));
  }

  #cluster(cites: readonly Cite[], ids: ReadonlyMap<string, string>): string {
    const citationItems = cites.map(({ item, locator, label }): CitationItem => {
      const id = ids.get(item.id) ?? '';
      if (locator === null) return { id };
      return { id, locator: withoutMarks(locator), label: cslLabels[label ?? 'PAGE'] };
    });
    return withoutNothing(this.#processor.makeCitationCluster(citationItems));
  }

  /** @returns the processor's ids, by those of the items. Of items with the same id the first counts. */
  #take(items: readonly CslItem[]): Map<string, string> {
    const ids = new Map<string, string>();
    this.#items = new Map();
    for (const item of items) {
      if (ids.has(item.id)) continue;
      const id = `item-${ids.size + 1}`;
      ids.set(item.id, id);
      this.#items.set(id, item);
    }
    this.#processor.restoreProcessorState([]);
    this.#processor.updateItems([...this.#items.keys()]);
    return ids;
  }
}

function withoutNothing(marked: string): string {
  return marked.includes(NOTHING) ? '' : marked;
}

/** A style with its number, where one begins its entries, set off from them. */
function aligned(style: XmlNode): XmlNode {
  const bibliography = childrenOf(style).find(({ name }) => name === 'bibliography');
  const layout = bibliography && childrenOf(bibliography).find(({ name }) => name === 'layout');
  const first = layout && childrenOf(layout)[0];
  if (bibliography !== undefined && first?.attrs.variable === 'citation-number') {
    bibliography.attrs['second-field-align'] ??= 'flush';
  }
  return style;
}
