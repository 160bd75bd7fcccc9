import type { Document, Prisma } from '../store/generated/client.ts';
import type { Client } from '../store/store.ts';

/** Which documents are asked for; what is left out does not restrict. */
export interface DocumentFilter {
  language?: string;
  /** Stands in the title, in any case of letters. */
  title?: string;
  /** Mentions this entity, which stands for itself: confirmed, or likelier than all else. */
  mentions?: string;
  /** Cites this source, which stands for itself, with words of its latest text. */
  cites?: string;
}

export interface DocumentPage {
  limit: number;
  backward: boolean;
  /** Ids of documents to read from, or up to, without them. */
  after: string | null;
  before: string | null;
}

/** Reads a page of the documents, oldest first. */
export async function listDocuments(
  statements: Client,
  filter: DocumentFilter,
  page: DocumentPage,
): Promise<Document[]> {
  const between = {
    ...(page.after === null ? {} : { gt: page.after }),
    ...(page.before === null ? {} : { lt: page.before }),
  };
  const documents = await statements.document.findMany({
    where: { ...where(filter), id: between },
    orderBy: { id: page.backward ? 'desc' : 'asc' },
    take: page.limit,
  });
  return page.backward ? documents.reverse() : documents;
}

export async function countDocuments(statements: Client, filter: DocumentFilter): Promise<number> {
  return await statements.document.count({ where: where(filter) });
}

function where({ language, title, mentions, cites }: DocumentFilter): Prisma.DocumentWhereInput {
  return {
    ...(language === undefined ? {} : { language }),
    ...(title === undefined
      ? {}
      : { title: { contains: title.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const } }),
    ...(mentions === undefined ? {} : { mentions: { some: mentionsOf(mentions) } }),
    ...(cites === undefined ? {} : { citations: { some: citationsOf(cites) } }),
  };
}

function mentionsOf(entityId: string): Prisma.MentionWhereInput {
  return {
    entity: { canonicalId: entityId },
    withdrawnAt: null,
    OR: [{ status: 'CONFIRMED' }, { status: 'SUGGESTED', confidence: { gt: 0.5 } }],
    anchor: { positions: { some: { lastRevision: null, startUnitId: { not: null } } } },
  };
}

function citationsOf(sourceId: string): Prisma.CitationWhereInput {
  return {
    source: { canonicalId: sourceId },
    deletedAt: null,
    anchors: { some: { positions: { some: { lastRevision: null, startUnitId: { not: null } } } } },
  };
}
