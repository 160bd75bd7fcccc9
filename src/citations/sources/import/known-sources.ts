import type { SourceContent } from '../../source.ts';
import { contentChecksum } from '../content.ts';

/** A source as it is while records are taken in. */
export interface KnownSource {
  id: string;
  key: string;
  /** 0 for one that is new. */
  version: number;
  content: SourceContent;
}

/** A record of a source in the store, and the source as which it is read: another one where it was merged. */
export interface Place {
  recordId: string;
  sourceId: string;
}

/** What records lead to in the store: by their key, by the mark that an import left, and by their checksum. */
export interface Leads {
  byKey: Map<string, Place>;
  byMark: Map<string, Place>;
  byChecksum: Map<string, Place[]>;
}

/** What a batch of records needs to know of the sources, kept up to date as the records are taken in. */
export class KnownSources {
  readonly #sources: Map<string, KnownSource>;
  readonly #leads: Leads;

  constructor(sources: readonly KnownSource[], leads: Leads) {
    this.#sources = new Map(sources.map((source) => [source.id, source]));
    this.#leads = leads;
  }

  get(place: Place): KnownSource {
    const source = this.#sources.get(place.sourceId);
    if (source === undefined) throw new Error('A source was not read that a record leads to');
    return source;
  }

  withMark(mark: string): Place | null {
    return this.#leads.byMark.get(mark) ?? null;
  }

  withKey(key: string): Place | null {
    return this.#leads.byKey.get(key) ?? null;
  }

  /** The oldest source of this very content. */
  withChecksum(checksum: string): Place | null {
    const places = this.#leads.byChecksum.get(checksum) ?? [];
    return (
      places.find(
        (place) => place.recordId !== place.sourceId || contentChecksum(this.get(place).content) === checksum,
      ) ?? null
    );
  }

  /** Takes in a source, new or as it is after a change. */
  put(source: KnownSource): void {
    const place = { recordId: source.id, sourceId: source.id };
    this.#sources.set(source.id, source);
    this.#leads.byKey.set(source.key, place);
    const checksum = contentChecksum(source.content);
    const same = this.#leads.byChecksum.get(checksum);
    if (same === undefined) this.#leads.byChecksum.set(checksum, [place]);
    else if (!same.some(({ recordId }) => recordId === source.id)) same.push(place);
  }

  /** Makes a record known again by its mark. */
  mark(mark: string, place: Place): void {
    this.#leads.byMark.set(mark, place);
  }
}
