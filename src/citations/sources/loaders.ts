import type { BatchReaders } from '../../batch-readers.ts';
import type { Dependency } from '../../memory/dependencies.ts';
import type { MergedEventPage } from '../../merged-history.ts';
import type { Store } from '../../store/store.ts';
import type { SourceCreator } from '../source.ts';
import { duplicatesOf, type PossibleDuplicate } from './duplicates.ts';
import type { SourceEvent } from './events.ts';
import { countSourceEvents, listSourceEvents } from './history.ts';
import {
  findSource,
  readCreators,
  readSourceRecords,
  readSources,
  type Source,
  type SourceNamed,
} from './read.ts';

/** Reads many things about sources at once. */
export function createSourceLoaders({ prisma, statements }: Store, readers: BatchReaders) {
  return {
    /** A source that stands; of one that was merged, the one that it is read as. */
    source: readers.fromMap<Source>((ids) => readSources(statements, ids), {
      ...onSources,
      keptAs: 'source',
    }),
    /** The same by what else names it, which is checked. */
    sourceBy: readers.found<SourceNamed, Source>((by) => findSource(statements, by), {
      ...onSources,
      keptAs: 'source-by',
    }),
    /** A source as it is by itself, whatever it was merged into, and even where it was deleted. */
    sourceRecord: readers.fromMap<Source>((ids) => readSourceRecords(statements, ids), onSources),
    /** The creators that a source has by itself. */
    sourceCreators: readers.fromMap<SourceCreator[]>((ids) => readCreators(statements, ids), {
      ...onSources,
      keptAs: 'source-creators',
    }),
    /** By the ids of sources that stand for themselves, as are the following; null where there are none. */
    possibleDuplicates: readers.fromMap<PossibleDuplicate[]>(
      (ids) => duplicatesOf(statements, ids),
      onSources,
    ),
    sourceHistory: readers.grouped<{ sourceId: string; page: MergedEventPage }, SourceEvent[]>(
      ({ page }) => JSON.stringify(page),
      ({ sourceId }) => sourceId,
      (keys, { page }) =>
        listSourceEvents(
          prisma,
          keys.map(({ sourceId }) => sourceId),
          page,
        ),
      onSources,
    ),
    sourceHistoryCount: readers.fromMap<number>((ids) => countSourceEvents(prisma, ids), onSources),
  };
}

const onSources = { dependencies: (): Dependency[] => ['sources'] };
