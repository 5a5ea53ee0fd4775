-- AlterTable
ALTER TABLE "Chat" ADD COLUMN     "statusAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "OutboxMessage" ADD COLUMN     "firstTriedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "InviteAttempt" (
    "id" SERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InviteAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "InviteAttempt_at_idx" ON "InviteAttempt"("at");
-- CreateIndex
CREATE INDEX "Attachment_progressId_idx" ON "Attachment"("progressId");

-- CreateIndex
CREATE INDEX "Attachment_resultId_idx" ON "Attachment"("resultId");

-- CreateIndex
CREATE INDEX "PostedCard_assignmentId_idx" ON "PostedCard"("assignmentId");
