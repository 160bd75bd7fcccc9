-- CreateEnum
CREATE TYPE "source_type" AS ENUM ('ARTICLE', 'ARTICLE_JOURNAL', 'ARTICLE_MAGAZINE', 'ARTICLE_NEWSPAPER', 'BILL', 'BOOK', 'BROADCAST', 'CHAPTER', 'CLASSIC', 'COLLECTION', 'DATASET', 'DOCUMENT', 'ENTRY', 'ENTRY_DICTIONARY', 'ENTRY_ENCYCLOPEDIA', 'EVENT', 'FIGURE', 'GRAPHIC', 'HEARING', 'INTERVIEW', 'LEGAL_CASE', 'LEGISLATION', 'MANUSCRIPT', 'MAP', 'MOTION_PICTURE', 'MUSICAL_SCORE', 'PAMPHLET', 'PAPER_CONFERENCE', 'PATENT', 'PERFORMANCE', 'PERIODICAL', 'PERSONAL_COMMUNICATION', 'POST', 'POST_WEBLOG', 'REGULATION', 'REPORT', 'REVIEW', 'REVIEW_BOOK', 'SOFTWARE', 'SONG', 'SPEECH', 'STANDARD', 'THESIS', 'TREATY', 'WEBPAGE');

-- CreateEnum
CREATE TYPE "creator_role" AS ENUM ('AUTHOR', 'CHAIR', 'COLLECTION_EDITOR', 'COMPILER', 'COMPOSER', 'CONTAINER_AUTHOR', 'CONTRIBUTOR', 'CURATOR', 'DIRECTOR', 'EDITOR', 'EDITOR_TRANSLATOR', 'EDITORIAL_DIRECTOR', 'EXECUTIVE_PRODUCER', 'GUEST', 'HOST', 'ILLUSTRATOR', 'INTERVIEWER', 'NARRATOR', 'ORGANIZER', 'ORIGINAL_AUTHOR', 'PERFORMER', 'PRODUCER', 'RECIPIENT', 'REVIEWED_AUTHOR', 'SCRIPT_WRITER', 'SERIES_CREATOR', 'TRANSLATOR');

-- CreateEnum
CREATE TYPE "locator_label" AS ENUM ('ACT', 'APPENDIX', 'ARTICLE', 'BOOK', 'CANON', 'CHAPTER', 'COLUMN', 'ELOCATION', 'EQUATION', 'FIGURE', 'FOLIO', 'ISSUE', 'LINE', 'NOTE', 'OPUS', 'PAGE', 'PARAGRAPH', 'PART', 'RULE', 'SCENE', 'SECTION', 'SUB_VERBO', 'SUPPLEMENT', 'TABLE', 'TIMESTAMP', 'TITLE', 'VERSE', 'VERSION', 'VOLUME');

-- AlterEnum
ALTER TYPE "body_kind" ADD VALUE 'SOURCE';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "event_kind" ADD VALUE 'SOURCE_SAVED';
ALTER TYPE "event_kind" ADD VALUE 'SOURCE_DELETED';
ALTER TYPE "event_kind" ADD VALUE 'SOURCES_MERGED';
ALTER TYPE "event_kind" ADD VALUE 'SOURCE_MERGE_UNDONE';
ALTER TYPE "event_kind" ADD VALUE 'CITATION_ADDED';
ALTER TYPE "event_kind" ADD VALUE 'CITATION_EDITED';
ALTER TYPE "event_kind" ADD VALUE 'CITATION_DELETED';
ALTER TYPE "event_kind" ADD VALUE 'CITATION_RESTORED';

-- AlterTable
ALTER TABLE "anchor" ADD COLUMN     "citation_id" UUID;

-- AlterTable
ALTER TABLE "annotation_body" ADD COLUMN     "locator" TEXT,
ADD COLUMN     "locator_label" "locator_label",
ADD COLUMN     "source_id" UUID;

-- AlterTable
ALTER TABLE "event" ADD COLUMN     "citation_id" UUID,
ADD COLUMN     "into_source_id" UUID,
ADD COLUMN     "source_id" UUID;

-- CreateTable
CREATE TABLE "source" (
    "id" UUID NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "type" "source_type" NOT NULL,
    "title" TEXT,
    "title_short" TEXT,
    "container" TEXT,
    "container_short" TEXT,
    "collection" TEXT,
    "collection_number" TEXT,
    "publisher" TEXT,
    "publisher_place" TEXT,
    "edition" TEXT,
    "volume" TEXT,
    "issue" TEXT,
    "pages" TEXT,
    "number" TEXT,
    "number_of_pages" TEXT,
    "number_of_volumes" TEXT,
    "chapter_number" TEXT,
    "section" TEXT,
    "genre" TEXT,
    "medium" TEXT,
    "release" TEXT,
    "event" TEXT,
    "event_place" TEXT,
    "authority" TEXT,
    "archive" TEXT,
    "archive_location" TEXT,
    "call_number" TEXT,
    "original_title" TEXT,
    "language" TEXT,
    "abstract" TEXT,
    "note" TEXT,
    "issued" TEXT,
    "accessed" TEXT,
    "event_date" TEXT,
    "original_date" TEXT,
    "submitted" TEXT,
    "doi" TEXT,
    "isbn" TEXT,
    "issn" TEXT,
    "pmid" TEXT,
    "pmcid" TEXT,
    "url" TEXT,
    "checksum" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "merged_into_id" UUID,
    "canonical_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_creator" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "role" "creator_role" NOT NULL,
    "family" TEXT,
    "given" TEXT,
    "dropping_particle" TEXT,
    "non_dropping_particle" TEXT,
    "suffix" TEXT,
    "literal" TEXT,

    CONSTRAINT "source_creator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_term" (
    "term" TEXT COLLATE "C" NOT NULL,
    "source_id" UUID NOT NULL,

    CONSTRAINT "source_term_pkey" PRIMARY KEY ("term","source_id")
);

-- CreateTable
CREATE TABLE "source_word" (
    "word" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "source_word_pkey" PRIMARY KEY ("word")
);

-- CreateTable
CREATE TABLE "citation" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "locator" TEXT,
    "locator_label" "locator_label",
    "creator_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),
    "idempotency_key" TEXT,
    "request_checksum" TEXT,

    CONSTRAINT "citation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "source_doi_idx" ON "source"("doi");

-- CreateIndex
CREATE INDEX "source_isbn_idx" ON "source"("isbn");

-- CreateIndex
CREATE INDEX "source_url_idx" ON "source"("url");

-- CreateIndex
CREATE INDEX "source_checksum_idx" ON "source"("checksum");

-- CreateIndex
CREATE INDEX "source_canonical_id_idx" ON "source"("canonical_id");

-- CreateIndex
CREATE INDEX "source_merged_into_id_idx" ON "source"("merged_into_id");

-- CreateIndex
CREATE UNIQUE INDEX "source_key_key" ON "source"("key") WHERE (deleted_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "source_creator_source_id_ordinal_key" ON "source_creator"("source_id", "ordinal");

-- CreateIndex
CREATE INDEX "source_term_source_id_idx" ON "source_term"("source_id");

-- CreateIndex
CREATE INDEX "source_word_trigram_idx" ON "source_word" USING GIN ("word" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "citation_source_id_document_id_idx" ON "citation"("source_id", "document_id");

-- CreateIndex
CREATE INDEX "citation_document_id_source_id_idx" ON "citation"("document_id", "source_id");

-- CreateIndex
CREATE UNIQUE INDEX "citation_creator_id_idempotency_key_key" ON "citation"("creator_id", "idempotency_key");

-- CreateIndex
CREATE INDEX "anchor_citation_id_ordinal_idx" ON "anchor"("citation_id", "ordinal");

-- CreateIndex
CREATE INDEX "annotation_body_source_id_annotation_id_idx" ON "annotation_body"("source_id", "annotation_id");

-- CreateIndex
CREATE INDEX "event_citation_id_sequence_idx" ON "event"("citation_id", "sequence");

-- CreateIndex
CREATE INDEX "event_source_id_sequence_idx" ON "event"("source_id", "sequence");

-- CreateIndex
CREATE INDEX "event_into_source_id_sequence_idx" ON "event"("into_source_id", "sequence");

-- AddForeignKey
ALTER TABLE "anchor" ADD CONSTRAINT "anchor_citation_id_fkey" FOREIGN KEY ("citation_id") REFERENCES "citation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation_body" ADD CONSTRAINT "annotation_body_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_canonical_id_fkey" FOREIGN KEY ("canonical_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_creator" ADD CONSTRAINT "source_creator_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_term" ADD CONSTRAINT "source_term_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_creator_id_fkey" FOREIGN KEY ("creator_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_citation_id_fkey" FOREIGN KEY ("citation_id") REFERENCES "citation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_into_source_id_fkey" FOREIGN KEY ("into_source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An anchor is of one thing.
ALTER TABLE "anchor" DROP CONSTRAINT "anchor_owner_check";
ALTER TABLE "anchor" ADD CONSTRAINT "anchor_owner_check" CHECK (num_nonnulls("annotation_id", "mention_id", "citation_id") = 1);
