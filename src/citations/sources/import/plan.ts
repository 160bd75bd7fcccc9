import { newId } from '../../../store/new-id.ts';
import { contentChecksum } from '../content.ts';
import type { FreeKeys } from '../free-keys.ts';
import { reasonOfSameness, saysAll } from '../same-work.ts';
import type { KnownSource, KnownSources, Place } from './known-sources.ts';
import type { SourceOutcome } from './outcome.ts';
import type { CheckedRecord, PreparedRecord } from './record.ts';
import { filled, overwritten } from './unite.ts';

/** What is to be done about records. */
export interface Plan {
  outcomes: (SourceOutcome & { addedId?: string })[];
  /** The sources that are new or changed, as they are then; of new ones the version is 0. */
  sources: KnownSource[];
  /** By which records are to be known again: the terms to add to records of sources. */
  marks: { id: string; terms: string[] }[];
  /** The sources of which the records told. */
  spokenOf: ReadonlySet<string>;
}

/**
 * Works out what becomes of records, one after the other: each sees what those before it did.
 *
 * What was imported before is known again by its mark, wherever that has gone. The first record of a file that tells of a
 * source says what is so; the others only add to it, as does what was merged into the source. So a file that is imported
 * again finds every source as the file left it.
 * @param spokenOf the sources of which earlier records of the file told.
 */
export function plan(
  known: KnownSources,
  keys: FreeKeys,
  records: readonly PreparedRecord[],
  spokenOf: ReadonlySet<string>,
): Plan {
  const spoken = new Set<string>();
  const written = new Map<string, KnownSource>();
  const marks: Plan['marks'] = [];
  const put = (source: KnownSource): void => {
    known.put(source);
    written.set(source.id, source);
  };
  const outcomes = records.map((record) => {
    if ('settled' in record) return record.settled;
    const { checked } = record;
    const { place, dropped } = checked;
    const there = find(known, checked);
    if (there === null) {
      const key =
        checked.key !== null && known.withKey(checked.key) === null ? checked.key : keys.take(checked.wanted);
      const source = { id: newId(), key, version: 0, content: checked.content };
      put(source);
      spoken.add(source.id);
      remember(known, marks, checked, { recordId: source.id, sourceId: source.id });
      return { place, key, outcome: 'added' as const, dropped, duplicates: [], addedId: source.id };
    }
    const source = known.get(there.place);
    const isMerged = there.place.recordId !== source.id;
    const stays = isMerged && (there.isMarked || checked.key === null);
    const unite = isMerged || spoken.has(source.id) || spokenOf.has(source.id) ? filled : overwritten;
    const { content, refusedFields } = stays
      ? { content: source.content, refusedFields: [] }
      : unite(source.content, checked.content);
    const isChanged = contentChecksum(content) !== contentChecksum(source.content);
    if (isChanged) put({ ...source, content });
    spoken.add(source.id);
    if (!there.isMarked) remember(known, marks, checked, there.place);
    return {
      place,
      key: source.key,
      outcome: isChanged ? ('changed' as const) : ('unchanged' as const),
      dropped: [...dropped, ...refusedFields],
      duplicates: [],
    };
  });
  return { outcomes, sources: [...written.values()], marks, spokenOf: spoken };
}

/** The source that a record tells of; null where it tells of a new one. */
function find(known: KnownSources, record: CheckedRecord): { place: Place; isMarked: boolean } | null {
  const marked = known.withMark(record.mark);
  if (marked !== null) return { place: marked, isMarked: true };
  if (record.key === null) {
    const same = known.withChecksum(record.checksum);
    return same === null ? null : { place: same, isMarked: false };
  }
  const place = known.withKey(record.key);
  if (place === null) return null;
  const { content } = known.get(place);
  const isSame =
    reasonOfSameness(content, record.content) !== null ||
    saysAll(content, record.content) ||
    saysAll(record.content, content);
  return isSame ? { place, isMarked: false } : null;
}

function remember(known: KnownSources, marks: Plan['marks'], record: CheckedRecord, place: Place): void {
  known.mark(record.mark, place);
  marks.push({ id: place.recordId, terms: [record.mark] });
}
