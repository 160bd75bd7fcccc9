-- AlterTable
ALTER TABLE "event" ADD COLUMN     "transaction_id" xid8 DEFAULT pg_current_xact_id();

-- CreateIndex
CREATE INDEX "event_transaction_id_idx" ON "event"("transaction_id");
