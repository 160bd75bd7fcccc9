import { fromMap, grouped } from '../../grouped.ts';
import type { MergedEventPage } from '../../merged-history.ts';
import type { Store } from '../../store/store.ts';
import type { SourceCreator } from '../source.ts';
import { duplicatesOf, type PossibleDuplicate } from './duplicates.ts';
import type { SourceEvent } from './events.ts';
import { countSourceEvents, listSourceEvents } from './history.ts';
import { readCreators, readSourceRecords, readSources, type Source } from './read.ts';

/** Reads many things about sources at once. */
export function createSourceLoaders({ prisma }: Store) {
  return {
    /** A source that stands; of one that was merged, the one that it is read as. */
    source: fromMap<Source>((ids) => readSources(prisma, ids)),
    /** A source as it is by itself, whatever it was merged into, and even where it was deleted. */
    sourceRecord: fromMap<Source>((ids) => readSourceRecords(prisma, ids)),
    /** The creators that a source has by itself. */
    sourceCreators: fromMap<SourceCreator[]>((ids) => readCreators(prisma, ids)),
    /** By the ids of sources that stand for themselves, as are the following; null where there are none. */
    possibleDuplicates: fromMap<PossibleDuplicate[]>((ids) => duplicatesOf(prisma, ids)),
    sourceHistory: grouped<{ sourceId: string; page: MergedEventPage }, SourceEvent[]>(
      ({ page }) => JSON.stringify(page),
      (keys, { page }) =>
        listSourceEvents(
          prisma,
          keys.map(({ sourceId }) => sourceId),
          page,
        ),
    ),
    sourceHistoryCount: fromMap<number>((ids) => countSourceEvents(prisma, ids)),
  };
}
