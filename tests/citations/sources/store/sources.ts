import { afterAll, beforeAll, beforeEach } from 'vitest';
import { localPrincipal, type Principal } from '../../../../src/access/principal.ts';
import type { SourceContent } from '../../../../src/citations/source.ts';
import {
  type ImportOptions,
  importSources,
  type ReadSource,
  type SourceOutcome,
  type SourcesImported,
} from '../../../../src/citations/sources/import.ts';
import { allSources } from '../../../../src/citations/sources/list.ts';
import { type SavedSource, saveSource } from '../../../../src/citations/sources/save.ts';
import { newId } from '../../../../src/store/new-id.ts';
import { openStore, type Store } from '../../../../src/store/store.ts';
import { createDatabase } from '../../../support/test-database.ts';

/** The sources of a test file's own store, which every test finds empty. */
export class Sources {
  #store: Store | null = null;
  #agentId = '';
  /** The SQL statements that were sent. */
  readonly statements: string[] = [];

  get store(): Store {
    if (this.#store === null) throw new Error('The store is there only while tests run');
    return this.#store;
  }

  get agentId(): string {
    return this.#agentId;
  }

  get editor(): Principal {
    return localPrincipal(this.#agentId);
  }

  async open(): Promise<() => Promise<void>> {
    const database = await createDatabase();
    const store = await openStore(database.location, { onStatement: (sql) => this.statements.push(sql) });
    this.#store = store;
    const agent = await store.prisma.agent.create({
      data: { key: 'editor', kind: 'PERSON', name: 'Editor' },
    });
    this.#agentId = agent.id;
    return async () => {
      await store.close();
      await database.remove();
    };
  }

  async empty(): Promise<void> {
    // Truncating makes files for all tables anew, which takes longer than deleting the few rows that there are.
    const { prisma } = this.store;
    await prisma.$transaction([
      prisma.$executeRaw`DELETE FROM event`,
      prisma.$executeRaw`DELETE FROM citation`,
      prisma.$executeRaw`DELETE FROM annotation_body`,
      prisma.$executeRaw`DELETE FROM annotation`,
      prisma.$executeRaw`DELETE FROM source_term`,
      prisma.$executeRaw`DELETE FROM source_word`,
      prisma.$executeRaw`DELETE FROM source_creator`,
      prisma.$executeRaw`DELETE FROM source`,
      prisma.$executeRaw`DELETE FROM document`,
    ]);
  }

  /** Adds a source. */
  async add(changes: Partial<SourceContent>, key: string | null = null): Promise<SavedSource> {
    const given = { type: 'BOOK' as const, ...changes };
    return await saveSource(this.store, this.editor, { id: null, version: null, key, changes: given });
  }

  async change(
    id: string,
    version: number,
    changes: Partial<SourceContent>,
    key: string | null = null,
  ): Promise<SavedSource> {
    return await saveSource(this.store, this.editor, { id, version, key, changes });
  }

  /** Imports records, and tells besides what became of each. */
  async import(
    records: readonly ReadSource[],
    options: ImportOptions = {},
  ): Promise<SourcesImported & { outcomes: SourceOutcome[] }> {
    const outcomes: SourceOutcome[] = [];
    const onOutcome = (outcome: SourceOutcome) => outcomes.push(outcome);
    const summary = await importSources(this.store, this.#agentId, records, { ...options, onOutcome });
    return { ...summary, outcomes };
  }

  /** All sources by their keys. */
  async all(): Promise<Record<string, SourceContent>> {
    const found: Record<string, SourceContent> = {};
    for await (const { key, content } of allSources(this.store)) found[key] = content;
    return found;
  }

  /** The number of rows in the tables of sources and of events, and how often sources were saved. */
  async footprint(): Promise<unknown> {
    return await this.store.prisma.$queryRaw`
      SELECT (SELECT count(*)::int FROM event) AS events, (SELECT sum(version)::int FROM source) AS versions,
        (SELECT count(*)::int FROM source_term) AS terms, (SELECT count(*)::int FROM source_creator) AS creators`;
  }

  /** A document without a text, which citations and annotations can be of. */
  async document(): Promise<string> {
    const id = newId();
    await this.store.prisma.document.create({
      data: { id, slug: id, title: 'A text', language: 'en', latestRevision: 1 },
    });
    return id;
  }

  async cite(sourceId: string, documentId: string): Promise<string> {
    const citation = await this.store.prisma.citation.create({
      data: { sourceId, documentId, creatorId: this.#agentId },
    });
    return citation.id;
  }

  /** An annotation that refers to a source. */
  async annotate(sourceId: string, documentId: string): Promise<string> {
    const annotation = await this.store.prisma.annotation.create({
      data: {
        documentId,
        creatorId: this.#agentId,
        motivation: 'LINKING',
        tags: [],
        visibility: 'PUBLIC',
        anchored: false,
        bodies: { create: { ordinal: 0, kind: 'SOURCE', sourceId } },
      },
    });
    return annotation.id;
  }
}

export function useSources(): Sources {
  const sources = new Sources();
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    close = await sources.open();
  });
  beforeEach(() => sources.empty());
  afterAll(() => close?.());
  return sources;
}

/** What became of records, in short. */
export function told(outcomes: readonly SourceOutcome[]): string[] {
  return outcomes.map((one) => {
    if (one.outcome === 'refused') return `refused ${one.key}: ${one.reason}`;
    const dropped = one.dropped.length === 0 ? '' : ` without ${one.dropped.join(', ')}`;
    const like = one.duplicates.map(({ key, why }) => `; like ${key} by ${why}`).join('');
    return `${one.outcome} ${one.key}${dropped}${like}`;
  });
}

/** Records as a file has them, in order. */
export function records(...given: [key: string | null, content: SourceContent][]): ReadSource[] {
  return given.map(([key, content], index) => ({ place: index + 1, key, content, dropped: [] }));
}
