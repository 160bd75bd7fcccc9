import { afterAll, beforeAll } from 'vitest';
import { localPrincipal, type Principal } from '../../../src/access/principal.ts';
import type { Selector } from '../../../src/annotations/input.ts';
import { addCitation, type NewCitation } from '../../../src/citations/add.ts';
import type { Citation } from '../../../src/citations/citation.ts';
import { listCitationsInText, wholeText } from '../../../src/citations/list-in-text.ts';
import { readCitationAnchors } from '../../../src/citations/read.ts';
import { saveSource } from '../../../src/citations/sources/save.ts';
import { importDocument } from '../../../src/documents/import.ts';
import type { Published } from '../../../src/documents/publish.ts';
import { openScholion, type Scholion } from '../../../src/scholion.ts';
import type { Revision } from '../../../src/store/generated/client.ts';
import type { RevisionText } from '../../../src/text/revision-text.ts';
import { createDatabase } from '../../support/test-database.ts';

/** An anchor as readers see it. */
export interface Seen {
  ordinal: number;
  status: string;
  words: string | null;
}

/** A store of a test file's own, with what citations need. */
export class Workshop {
  readonly scholion: Scholion;
  readonly principal: Principal;
  /** The SQL of all statements so far. */
  readonly statements: readonly string[];

  constructor(scholion: Scholion, statements: readonly string[]) {
    this.scholion = scholion;
    this.statements = statements;
    this.principal = localPrincipal(scholion.localAgentId);
  }

  get store() {
    return this.scholion.store;
  }

  get texts() {
    return this.scholion.texts;
  }

  get prisma() {
    return this.scholion.store.prisma;
  }

  /** Somebody else, who may annotate. */
  async annotator(name: string): Promise<Principal> {
    const { id } = await this.prisma.agent.create({ data: { key: name, kind: 'PERSON', name } });
    return { agentId: id, roles: new Set(['READER', 'ANNOTATOR']) };
  }

  /** Publishes a text, one paragraph an item. @returns the document's id with what was done. */
  async publish(slug: string, ...paragraphs: string[]): Promise<Published & { revision: Revision }> {
    const { store, texts, linker } = this.scholion;
    const given = {
      slug,
      title: slug,
      language: 'en',
      format: 'PLAIN_WIKI' as const,
      source: paragraphs.join('\n\n'),
    };
    return await importDocument(store, texts, linker, this.principal, given);
  }

  async source(key: string): Promise<string> {
    const saving = { id: null, version: null, key, changes: { type: 'BOOK' as const, title: key } };
    return (await saveSource(this.store, this.principal, saving)).source.id;
  }

  async cite(
    documentId: string,
    sourceId: string,
    exact: string,
    more: Partial<NewCitation> = {},
  ): Promise<Citation> {
    const given: NewCitation = {
      documentId,
      revision: null,
      sourceId,
      target: words(exact),
      quoted: null,
      locator: null,
      locatorLabel: null,
      idempotencyKey: null,
      ...more,
    };
    return await addCitation(this.store, this.texts, this.principal, given);
  }

  async text(slug: string, number: number | null = null): Promise<RevisionText> {
    const document = await this.prisma.document.findUniqueOrThrow({ where: { slug } });
    const revision = await this.prisma.revision.findFirstOrThrow({
      where: { documentId: document.id, number: number ?? document.latestRevision },
    });
    const text = (await this.texts.load(this.prisma, [revision.id])).get(revision.id);
    if (text === undefined) throw new Error('The revision is not there');
    return text;
  }

  /** The anchors of a citation in a revision of its document. */
  async anchors(slug: string, citationId: string, number: number | null = null): Promise<Seen[]> {
    const revision = await this.text(slug, number);
    const [rows = []] = await readCitationAnchors(this.prisma, [{ citationId, number }]);
    return rows.map(({ ordinal, status, startUnitId, startOffset, endUnitId, endOffset }) => {
      const start = revision.unitById(startUnitId ?? '');
      const end = revision.unitById(endUnitId ?? '');
      const words =
        start === undefined || end === undefined || startOffset === null || endOffset === null
          ? null
          : revision.text.slice(start.start + startOffset, end.start + endOffset);
      return { ordinal, status, words };
    });
  }

  /** The ids of the citations in a document's latest text, in order. */
  async listed(slug: string): Promise<string[]> {
    const shape = { filter: {}, limit: 1000, after: null, withLost: true };
    const [rows = []] = await listCitationsInText(this.prisma, [wholeText(await this.text(slug))], shape);
    return rows.map(({ id }) => id);
  }
}

export const words = (exact: string): Selector => ({ kind: 'quote', exact });

/** A workshop for all tests of a file. */
export function useWorkshop(): () => Workshop {
  let workshop: Workshop | undefined;
  let remove: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const own = await createDatabase();
    remove = own.remove;
    const statements: string[] = [];
    const onStatement = (sql: string) => statements.push(sql);
    workshop = new Workshop(await openScholion(own.location, { onStatement }), statements);
  });
  afterAll(async () => {
    await workshop?.scholion.close();
    await remove?.();
  });
  return () => {
    if (workshop === undefined) throw new Error('The workshop is there only while tests run');
    return workshop;
  };
}
