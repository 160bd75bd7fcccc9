-- CreateEnum
CREATE TYPE "entity_kind" AS ENUM ('PERSON', 'ORGANIZATION', 'PLACE', 'EVENT', 'WORK', 'CONCEPT');

-- CreateEnum
CREATE TYPE "name_kind" AS ENUM ('PREFERRED', 'VARIANT', 'SURNAME', 'ABBREVIATION', 'FORMER');

-- CreateEnum
CREATE TYPE "authority_scheme" AS ENUM ('WIKIDATA', 'VIAF', 'GEONAMES', 'ISNI', 'LCNAF', 'GND');

-- CreateEnum
CREATE TYPE "mention_status" AS ENUM ('SUGGESTED', 'CONFIRMED', 'REJECTED');

-- CreateEnum
CREATE TYPE "mention_origin" AS ENUM ('PERSON', 'LINKER', 'IMPORT');

-- AlterEnum
ALTER TYPE "body_kind" ADD VALUE 'ENTITY';

-- AlterEnum
ALTER TYPE "event_kind" ADD VALUE 'ENTITY_SAVED';
ALTER TYPE "event_kind" ADD VALUE 'ENTITIES_MERGED';
ALTER TYPE "event_kind" ADD VALUE 'MERGE_UNDONE';
ALTER TYPE "event_kind" ADD VALUE 'DOCUMENT_LINKED';
ALTER TYPE "event_kind" ADD VALUE 'MENTION_ADDED';
ALTER TYPE "event_kind" ADD VALUE 'MENTION_REVIEWED';

-- AlterTable
ALTER TABLE "anchor" ADD COLUMN     "mention_id" UUID,
ALTER COLUMN "annotation_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "annotation_body" ADD COLUMN     "entity_id" UUID;

-- AlterTable
ALTER TABLE "event" ADD COLUMN     "entity_id" UUID,
ADD COLUMN     "into_entity_id" UUID,
ADD COLUMN     "mention_id" UUID,
ALTER COLUMN "document_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "text_unit" ADD COLUMN     "words" TEXT[];

-- CreateTable
CREATE TABLE "entity" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "entity_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "start_date" TEXT,
    "end_date" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "merged_into_id" UUID,
    "canonical_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "entity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entity_name" (
    "id" UUID NOT NULL,
    "entity_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT,
    "kind" "name_kind" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "entity_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entity_authority" (
    "id" UUID NOT NULL,
    "entity_id" UUID NOT NULL,
    "scheme" "authority_scheme" NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "entity_authority_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mention" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "entity_id" UUID NOT NULL,
    "status" "mention_status" NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "origin" "mention_origin" NOT NULL,
    "creator_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "mention_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "entity_slug_key" ON "entity"("slug");

-- CreateIndex
CREATE INDEX "entity_canonical_id_idx" ON "entity"("canonical_id");

-- CreateIndex
CREATE INDEX "entity_merged_into_id_idx" ON "entity"("merged_into_id");

-- CreateIndex
CREATE INDEX "entity_name_key_idx" ON "entity_name"("key");

-- CreateIndex
CREATE INDEX "entity_name_key_trigram_idx" ON "entity_name" USING GIN ("key" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "entity_name_entity_id_ordinal_key" ON "entity_name"("entity_id", "ordinal");

-- CreateIndex
CREATE INDEX "entity_authority_entity_id_idx" ON "entity_authority"("entity_id");

-- CreateIndex
CREATE UNIQUE INDEX "entity_authority_scheme_value_key" ON "entity_authority"("scheme", "value");

-- CreateIndex
CREATE INDEX "mention_entity_id_document_id_idx" ON "mention"("entity_id", "document_id");

-- CreateIndex
CREATE INDEX "mention_document_id_entity_id_idx" ON "mention"("document_id", "entity_id");

-- CreateIndex
CREATE INDEX "mention_creator_id_idx" ON "mention"("creator_id");

-- CreateIndex
CREATE UNIQUE INDEX "anchor_mention_id_key" ON "anchor"("mention_id");

-- CreateIndex
CREATE INDEX "annotation_body_entity_id_annotation_id_idx" ON "annotation_body"("entity_id", "annotation_id");

-- CreateIndex
CREATE INDEX "event_mention_id_sequence_idx" ON "event"("mention_id", "sequence");

-- CreateIndex
CREATE INDEX "event_entity_id_sequence_idx" ON "event"("entity_id", "sequence");

-- CreateIndex
CREATE INDEX "event_into_entity_id_sequence_idx" ON "event"("into_entity_id", "sequence");

-- CreateIndex
CREATE INDEX "event_registry_idx" ON "event"("sequence") WHERE (entity_id IS NOT NULL);

-- CreateIndex
CREATE INDEX "text_unit_words_idx" ON "text_unit" USING GIN ("words");

-- CreateIndex
CREATE INDEX "text_unit_unread_idx" ON "text_unit"("document_id") WHERE (words IS NULL);

-- AddForeignKey
ALTER TABLE "anchor" ADD CONSTRAINT "anchor_mention_id_fkey" FOREIGN KEY ("mention_id") REFERENCES "mention"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation_body" ADD CONSTRAINT "annotation_body_entity_id_fkey" FOREIGN KEY ("entity_id") REFERENCES "entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entity" ADD CONSTRAINT "entity_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entity" ADD CONSTRAINT "entity_canonical_id_fkey" FOREIGN KEY ("canonical_id") REFERENCES "entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entity_name" ADD CONSTRAINT "entity_name_entity_id_fkey" FOREIGN KEY ("entity_id") REFERENCES "entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entity_authority" ADD CONSTRAINT "entity_authority_entity_id_fkey" FOREIGN KEY ("entity_id") REFERENCES "entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_entity_id_fkey" FOREIGN KEY ("entity_id") REFERENCES "entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_creator_id_fkey" FOREIGN KEY ("creator_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_mention_id_fkey" FOREIGN KEY ("mention_id") REFERENCES "mention"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_entity_id_fkey" FOREIGN KEY ("entity_id") REFERENCES "entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_into_entity_id_fkey" FOREIGN KEY ("into_entity_id") REFERENCES "entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An anchor is of one thing.
ALTER TABLE "anchor" ADD CONSTRAINT "anchor_owner_check" CHECK (num_nonnulls("annotation_id", "mention_id") = 1);
