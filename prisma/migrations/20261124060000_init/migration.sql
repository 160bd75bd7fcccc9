-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "pg_trgm" WITH SCHEMA public;

-- CreateEnum
CREATE TYPE "agent_kind" AS ENUM ('PERSON', 'SOFTWARE');

-- CreateEnum
CREATE TYPE "block_kind" AS ENUM ('SECTION', 'PARAGRAPH', 'LIST', 'LIST_ITEM', 'BLOCK_QUOTE', 'PREFORMATTED', 'TABLE', 'FIGURE', 'NOTE');

-- CreateEnum
CREATE TYPE "anchor_status" AS ENUM ('EXACT', 'MOVED', 'EDITED', 'AMBIGUOUS', 'ORPHANED');

-- CreateEnum
CREATE TYPE "motivation" AS ENUM ('ASSESSING', 'BOOKMARKING', 'CLASSIFYING', 'COMMENTING', 'DESCRIBING', 'EDITING', 'HIGHLIGHTING', 'IDENTIFYING', 'LINKING', 'MODERATING', 'QUESTIONING', 'REPLYING', 'TAGGING');

-- CreateEnum
CREATE TYPE "visibility" AS ENUM ('PUBLIC', 'PRIVATE');

-- CreateEnum
CREATE TYPE "body_kind" AS ENUM ('TEXTUAL', 'LINK');

-- CreateEnum
CREATE TYPE "text_format" AS ENUM ('PLAIN', 'MARKDOWN');

-- CreateEnum
CREATE TYPE "event_kind" AS ENUM ('DOCUMENT_IMPORTED', 'DOCUMENT_DESCRIBED', 'REVISION_PUBLISHED', 'ANNOTATION_ADDED', 'ANNOTATION_EDITED', 'ANNOTATION_DELETED', 'ANNOTATION_RESTORED');

-- CreateTable
CREATE TABLE "agent" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "agent_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "licence" TEXT,
    "attribution" TEXT,
    "source_url" TEXT,
    "latest_revision" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "note" TEXT,
    "checksum" TEXT NOT NULL,
    "code_point_length" INTEGER NOT NULL,
    "utf16_length" INTEGER NOT NULL,
    "utf8_length" INTEGER NOT NULL,
    "creator_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "block" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "parent_id" UUID,
    "depth" INTEGER NOT NULL,
    "ref" TEXT NOT NULL,
    "kind" "block_kind" NOT NULL,
    "level" INTEGER,
    "ordered" BOOLEAN,
    "unit_id" UUID,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,

    CONSTRAINT "block_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "text_unit" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "text_unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "anchor" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "annotation_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "made_on_id" UUID NOT NULL,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,

    CONSTRAINT "anchor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "anchor_position" (
    "id" UUID NOT NULL,
    "anchor_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "first_revision" INTEGER NOT NULL,
    "last_revision" INTEGER,
    "status" "anchor_status" NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "start_unit_id" UUID,
    "start_offset" INTEGER,
    "end_unit_id" UUID,
    "end_offset" INTEGER,
    "spanning" BOOLEAN NOT NULL,

    CONSTRAINT "anchor_position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "annotation" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "creator_id" UUID NOT NULL,
    "motivation" "motivation" NOT NULL,
    "tags" TEXT[],
    "visibility" "visibility" NOT NULL,
    "anchored" BOOLEAN NOT NULL,
    "reply_to_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),
    "idempotency_key" TEXT,
    "request_checksum" TEXT,

    CONSTRAINT "annotation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "annotation_body" (
    "id" UUID NOT NULL,
    "annotation_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" "body_kind" NOT NULL,
    "text" TEXT,
    "format" "text_format",
    "language" TEXT,
    "url" TEXT,
    "purpose" "motivation",

    CONSTRAINT "annotation_body_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "kind" "event_kind" NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "agent_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "revision_id" UUID,
    "annotation_id" UUID,
    "state" JSONB,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "agent_key_key" ON "agent"("key");

-- CreateIndex
CREATE UNIQUE INDEX "document_slug_key" ON "document"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "document_source_url_key" ON "document"("source_url");

-- CreateIndex
CREATE UNIQUE INDEX "revision_document_id_number_key" ON "revision"("document_id", "number");

-- CreateIndex
CREATE INDEX "block_unit_id_idx" ON "block"("unit_id");

-- CreateIndex
CREATE INDEX "block_parent_id_idx" ON "block"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "block_revision_id_ordinal_key" ON "block"("revision_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "block_revision_id_ref_key" ON "block"("revision_id", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "block_revision_id_unit_id_key" ON "block"("revision_id", "unit_id");

-- CreateIndex
CREATE INDEX "text_unit_document_id_idx" ON "text_unit"("document_id");

-- CreateIndex
CREATE INDEX "anchor_document_id_idx" ON "anchor"("document_id");

-- CreateIndex
CREATE UNIQUE INDEX "anchor_annotation_id_ordinal_key" ON "anchor"("annotation_id", "ordinal");

-- CreateIndex
CREATE INDEX "anchor_position_start_unit_id_start_offset_idx" ON "anchor_position"("start_unit_id", "start_offset");

-- CreateIndex
CREATE INDEX "anchor_position_end_unit_id_idx" ON "anchor_position"("end_unit_id");

-- CreateIndex
CREATE INDEX "anchor_position_spanning_idx" ON "anchor_position"("document_id") WHERE (spanning);

-- CreateIndex
CREATE INDEX "anchor_position_orphaned_idx" ON "anchor_position"("document_id") WHERE (start_unit_id IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "anchor_position_anchor_id_first_revision_key" ON "anchor_position"("anchor_id", "first_revision");

-- CreateIndex
CREATE INDEX "annotation_document_id_id_idx" ON "annotation"("document_id", "id");

-- CreateIndex
CREATE INDEX "annotation_whole_document_idx" ON "annotation"("document_id", "id") WHERE (NOT anchored);

-- CreateIndex
CREATE INDEX "annotation_creator_id_id_idx" ON "annotation"("creator_id", "id");

-- CreateIndex
CREATE INDEX "annotation_reply_to_id_id_idx" ON "annotation"("reply_to_id", "id");

-- CreateIndex
CREATE INDEX "annotation_tags_idx" ON "annotation" USING GIN ("tags");

-- CreateIndex
CREATE UNIQUE INDEX "annotation_creator_id_idempotency_key_key" ON "annotation"("creator_id", "idempotency_key");

-- CreateIndex
CREATE INDEX "annotation_body_text_idx" ON "annotation_body" USING GIN ("text" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "annotation_body_annotation_id_ordinal_key" ON "annotation_body"("annotation_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "event_sequence_key" ON "event"("sequence");

-- CreateIndex
CREATE INDEX "event_annotation_id_sequence_idx" ON "event"("annotation_id", "sequence");

-- CreateIndex
CREATE INDEX "event_document_id_sequence_idx" ON "event"("document_id", "sequence");

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_creator_id_fkey" FOREIGN KEY ("creator_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block" ADD CONSTRAINT "block_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block" ADD CONSTRAINT "block_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "block"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block" ADD CONSTRAINT "block_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "text_unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "text_unit" ADD CONSTRAINT "text_unit_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anchor" ADD CONSTRAINT "anchor_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anchor" ADD CONSTRAINT "anchor_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anchor" ADD CONSTRAINT "anchor_made_on_id_fkey" FOREIGN KEY ("made_on_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anchor_position" ADD CONSTRAINT "anchor_position_anchor_id_fkey" FOREIGN KEY ("anchor_id") REFERENCES "anchor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anchor_position" ADD CONSTRAINT "anchor_position_start_unit_id_fkey" FOREIGN KEY ("start_unit_id") REFERENCES "text_unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anchor_position" ADD CONSTRAINT "anchor_position_end_unit_id_fkey" FOREIGN KEY ("end_unit_id") REFERENCES "text_unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_creator_id_fkey" FOREIGN KEY ("creator_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_reply_to_id_fkey" FOREIGN KEY ("reply_to_id") REFERENCES "annotation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation_body" ADD CONSTRAINT "annotation_body_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE SET NULL ON UPDATE CASCADE;
