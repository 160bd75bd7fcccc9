import { InputInvalid } from '../../../problem.ts';
import type { SourceContent } from '../../source.ts';
import { contentChecksum } from '../content.ts';
import { ownTerm } from '../found-by.ts';
import { checkKey, keyFor } from '../keys.ts';
import { checkSource } from '../source-input.ts';
import type { SourceOutcome } from './outcome.ts';

/** A source as a file tells of it: read, but not yet checked. */
export interface SourceToImport {
  /** Of the record in the file, for messages. */
  place: number;
  /** Null where the file gives none. */
  key: string | null;
  content: SourceContent;
  /** What the record says besides that cannot be held. */
  dropped: string[];
}

/** Why what stands at a place of a file is no source. */
export interface RefusedSource {
  place: number;
  key: string | null;
  refused: string;
}

export type ReadSource = SourceToImport | RefusedSource;

/** A record whose content has been checked. */
export interface CheckedRecord extends SourceToImport {
  /** The key that it asks for: the one that the file gives, or one that is made of the content. */
  wanted: string;
  checksum: string;
  /** The term by which a record is known again; see `ownTerm.imported`. */
  mark: string;
}

/** A record that by itself can be taken in, or what became of it. */
export type PreparedRecord = { checked: CheckedRecord } | { settled: SourceOutcome };

/** Checks what a record says by itself. */
export function prepare(record: ReadSource): PreparedRecord {
  const { place, key } = record;
  if ('refused' in record) return { settled: refused(place, key, record.refused) };
  try {
    const checkedKey = key === null ? null : checkKey(key);
    const content = checkSource(record.content);
    const checksum = contentChecksum(content);
    return {
      checked: {
        place,
        key: checkedKey,
        content,
        dropped: record.dropped,
        wanted: checkedKey ?? keyFor(content),
        checksum,
        mark: ownTerm.imported(checkedKey, checksum),
      },
    };
  } catch (error) {
    if (!(error instanceof InputInvalid)) throw error;
    return { settled: refused(place, key, error.message) };
  }
}

function refused(place: number, key: string | null, reason: string): SourceOutcome {
  return { place, key: key ?? '', outcome: 'refused', reason };
}
