-- AlterEnum
ALTER TYPE "event_kind" ADD VALUE 'ANCHORS_CARRIED';
ALTER TYPE "event_kind" ADD VALUE 'ANNOTATION_REANCHORED';
ALTER TYPE "event_kind" ADD VALUE 'ANCHOR_CHANGE_UNDONE';

-- DropIndex
DROP INDEX "anchor_annotation_id_ordinal_key";

-- DropIndex
DROP INDEX "text_unit_document_id_idx";

-- AlterTable
ALTER TABLE "anchor_position" ADD COLUMN     "released" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "text_unit" ADD COLUMN     "checksum" TEXT,
ADD COLUMN     "lineage_id" UUID;

-- Until now no unit was known to continue another one.
UPDATE "text_unit" SET "lineage_id" = "id", "checksum" = encode(sha256(convert_to("text", 'UTF8')), 'hex');

-- AlterTable
ALTER TABLE "text_unit" ALTER COLUMN "checksum" SET NOT NULL,
ALTER COLUMN "lineage_id" SET NOT NULL;

-- CreateIndex
CREATE INDEX "anchor_annotation_id_ordinal_idx" ON "anchor"("annotation_id", "ordinal");

-- CreateIndex
CREATE INDEX "anchor_position_away_idx" ON "anchor_position"("document_id") WHERE (last_revision IS NULL AND status <> 'EXACT');

-- CreateIndex
CREATE INDEX "text_unit_document_id_checksum_idx" ON "text_unit"("document_id", "checksum");
