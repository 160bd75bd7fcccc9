import { requireRole } from '../../access/not-allowed.ts';
import type { Principal } from '../../access/principal.ts';
import { retryOnConflict } from '../../documents/retry.ts';
import { InputInvalid, NotFound } from '../../problem.ts';
import { newId } from '../../store/new-id.ts';
import type { Client, Store } from '../../store/store.ts';
import type { SourceContent } from '../source.ts';
import { changedContent, newContent, type SourceChanges } from './changes.ts';
import { contentChecksum } from './content.ts';
import { duplicatesOf, type PossibleDuplicate } from './duplicates.ts';
import { freeKeys } from './free-keys.ts';
import { checkKey, keyFor } from './keys.ts';
import { lockSources } from './lock.ts';
import { KeyTaken, SourceConflict } from './problems.ts';
import { findSource, readSources, type Source } from './read.ts';
import { readStored, type StoredSource } from './stored.ts';
import { writeSources } from './write.ts';

export type { SourceChanges } from './changes.ts';

/** A source to add, or to change. */
export interface SourceSaving {
  /** The one to change; null for a new one. */
  id: string | null;
  /** The version that the change was made on; null for a new one. */
  version: number | null;
  /** Null to leave it as it is, or to make it of the name and the year. */
  key: string | null;
  changes: SourceChanges;
}

export interface SavedSource {
  source: Source;
  created: boolean;
  /** Sources that may be the same work, 20 at most; nothing is merged by itself. */
  duplicates: PossibleDuplicate[];
}

/** What is said where an id is of no source that stands. */
export const NO_SOURCE = 'There is no source with this id; `sources` finds those that there are.';

/**
 * Adds a source, or changes one, in one transaction; saving what is there already writes nothing. Of a source that was
 * merged, the one that it is read as is changed.
 * @throws NotAllowed, NotFound, InputInvalid, SourceConflict, KeyTaken
 */
export async function saveSource(
  store: Store,
  principal: Principal,
  saving: SourceSaving,
): Promise<SavedSource> {
  const agentId = requireRole(principal, 'EDITOR');
  const { id, version, changes } = saving;
  const key = saving.key === null ? null : checkKey(saving.key);
  const fresh = id === null ? newContent(changes) : null;
  return await retryOnConflict(() =>
    store.prisma.$transaction(async (transaction) => {
      await lockSources(transaction);
      const before = id === null ? null : await readCurrent(transaction, id, version);
      const content = fresh ?? changedContent(found(before).content, changes);
      const sourceId = await write(transaction, agentId, before, {
        key: await keyOf(transaction, key, before, content),
        content,
      });
      const source = found((await readSources(transaction, [sourceId])).get(sourceId));
      const duplicates = (await duplicatesOf(transaction, [sourceId])).get(sourceId) ?? [];
      return { source, created: before === null, duplicates };
    }),
  );
}

async function readCurrent(statements: Client, id: string, version: number | null): Promise<StoredSource> {
  const current = await readStored(statements, id);
  if (current === null) throw new NotFound(NO_SOURCE);
  if (version === null)
    throw new InputInvalid('The version of the source is missing; give the one that the change is made on.');
  if (current.source.version !== version) throw new SourceConflict(current.source);
  return current;
}

/** @throws KeyTaken */
async function keyOf(
  statements: Client,
  key: string | null,
  before: StoredSource | null,
  content: SourceContent,
): Promise<string> {
  if (key === null) {
    if (before !== null) return before.source.key;
    const wanted = keyFor(content);
    return (await freeKeys(statements, [wanted])).take(wanted);
  }
  if (key === before?.source.key) return key;
  const holder = await findSource(statements, { key });
  if (holder !== null) throw new KeyTaken(key, holder);
  return key;
}

/** @returns the id of the source. */
async function write(
  statements: Client,
  agentId: string,
  before: StoredSource | null,
  { key, content }: { key: string; content: SourceContent },
): Promise<string> {
  const id = before?.source.id ?? newId();
  const isSame = before?.source.key === key && contentChecksum(before.content) === contentChecksum(content);
  if (!isSame) {
    const version = (before?.source.version ?? 0) + 1;
    await writeSources(statements, agentId, [{ id, isNew: before === null, key, version, content }]);
  }
  return id;
}

function found<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('The store lacks a source that was just there');
  return value;
}
