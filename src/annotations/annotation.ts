import { Prisma } from '../store/generated/client.ts';
import type { LocatorLabel, Motivation, TextFormat, Visibility } from '../store/generated/enums.ts';

/** An annotation as it is stored; its bodies and anchors are read apart. */
export interface Annotation {
  id: string;
  documentId: string;
  creatorId: string;
  motivation: Motivation;
  tags: string[];
  visibility: Visibility;
  replyToId: string | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  deletedAt: Date | null;
}

/** The columns of the table `annotation`, under the alias `a`, that make an `Annotation`. */
export const annotationColumns = Prisma.sql`a.id, a.document_id AS "documentId", a.creator_id AS "creatorId",
  a.motivation, a.tags, a.visibility, a.reply_to_id AS "replyToId", a.version, a.created_at AS "createdAt",
  a.updated_at AS "updatedAt", a.deleted_at AS "deletedAt"`;

/** One body: words, a link, an entity, or a place in a source. */
export type Body =
  | { kind: 'TEXTUAL'; text: string; format: TextFormat; language: string | null; purpose: Motivation | null }
  | { kind: 'LINK'; url: string; purpose: Motivation | null }
  | { kind: 'ENTITY'; entityId: string; purpose: Motivation | null }
  | {
      kind: 'SOURCE';
      sourceId: string;
      /** Where in the source, such as `12-15`; null for the whole. */
      locator: string | null;
      /** What the locator counts; null where there is no locator. */
      locatorLabel: LocatorLabel | null;
      purpose: Motivation | null;
    };

/** What an annotation says, apart from where: what its history keeps of every version. */
export interface AnnotationContent {
  motivation: Motivation;
  bodies: Body[];
  tags: string[];
  visibility: Visibility;
}
