-- AlterTable
ALTER TABLE "AgencySuccession" ADD COLUMN     "reorganisationId" INTEGER;

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "originId" INTEGER;

-- AlterTable
ALTER TABLE "Attachment" ADD COLUMN     "explanationId" INTEGER,
ADD COLUMN     "extensionId" INTEGER;

-- AlterTable
ALTER TABLE "Blocker" ADD COLUMN     "closedById" INTEGER;

-- AlterTable
ALTER TABLE "ChatBinding" ADD COLUMN     "agencyGroupIds" INTEGER[],
ADD COLUMN     "publishAt" TEXT,
ADD COLUMN     "publishOn" INTEGER,
ADD COLUMN     "wantsBulletin" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "ExplanationRequest" ADD COLUMN     "assignmentId" INTEGER,
ADD COLUMN     "closedById" INTEGER;

-- AlterTable
ALTER TABLE "Extension" ADD COLUMN     "onBehalfOfId" INTEGER;

-- AlterTable
ALTER TABLE "OutboxMessage" ADD COLUMN     "job" TEXT,
ADD COLUMN     "releaseOn" DATE;

-- AlterTable
ALTER TABLE "StandingPetition" ADD COLUMN     "inboxId" BIGINT;

-- AlterTable
ALTER TABLE "Substitution" ADD COLUMN     "createdById" INTEGER,
ADD COLUMN     "endedAt" TIMESTAMPTZ(3),
ADD COLUMN     "inboxId" BIGINT;

-- CreateTable
CREATE TABLE "Reorganisation" (
    "id" SERIAL NOT NULL,
    "kind" "SuccessionKind" NOT NULL,
    "decision" TEXT NOT NULL,
    "effectiveOn" DATE NOT NULL,
    "function" TEXT,
    "createdById" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "inboxId" BIGINT,
    "appliedAt" TIMESTAMPTZ(3),
    "plan" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "Reorganisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contradiction" (
    "id" SERIAL NOT NULL,
    "assignmentId" INTEGER NOT NULL,
    "progressId" BIGINT,
    "resultId" INTEGER,
    "reason" TEXT,
    "byId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "inboxId" BIGINT,
    "closedById" INTEGER,
    "closedAt" TIMESTAMPTZ(3),
    "upheld" BOOLEAN,
    "closingNote" TEXT,

    CONSTRAINT "Contradiction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Contradiction_assignmentId_idx" ON "Contradiction"("assignmentId");

-- CreateIndex
CREATE INDEX "Assignment_originId_idx" ON "Assignment"("originId");

-- CreateIndex
CREATE INDEX "ExplanationRequest_agencyId_idx" ON "ExplanationRequest"("agencyId");

-- CreateIndex
CREATE INDEX "Extension_status_idx" ON "Extension"("status");

-- CreateIndex
CREATE INDEX "OutboxMessage_personId_releaseOn_idx" ON "OutboxMessage"("personId", "releaseOn");

-- AddForeignKey
ALTER TABLE "AgencySuccession" ADD CONSTRAINT "AgencySuccession_reorganisationId_fkey" FOREIGN KEY ("reorganisationId") REFERENCES "Reorganisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_originId_fkey" FOREIGN KEY ("originId") REFERENCES "Assignment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contradiction" ADD CONSTRAINT "Contradiction_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contradiction" ADD CONSTRAINT "Contradiction_progressId_fkey" FOREIGN KEY ("progressId") REFERENCES "Progress"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contradiction" ADD CONSTRAINT "Contradiction_resultId_fkey" FOREIGN KEY ("resultId") REFERENCES "Result"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExplanationRequest" ADD CONSTRAINT "ExplanationRequest_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_extensionId_fkey" FOREIGN KEY ("extensionId") REFERENCES "Extension"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_explanationId_fkey" FOREIGN KEY ("explanationId") REFERENCES "ExplanationRequest"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma cannot express ------------------------------------------------------------------

ALTER TABLE "Attachment" DROP CONSTRAINT "Attachment_one_owner";
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_one_owner"
  CHECK (num_nonnulls("progressId", "resultId", "documentId", "blockerId", "extensionId",
                      "explanationId") = 1);
ALTER TABLE "Contradiction" ADD CONSTRAINT "Contradiction_one_entry"
  CHECK (num_nonnulls("progressId", "resultId") = 1);
ALTER TABLE "Contradiction" ADD CONSTRAINT "Contradiction_closed"
  CHECK (("closedAt" IS NULL) = ("upheld" IS NULL));
ALTER TABLE "Contradiction" ADD CONSTRAINT "Contradiction_not_self"
  CHECK ("closedById" IS NULL OR "closedById" <> "byId");
CREATE UNIQUE INDEX "Contradiction_progress_once" ON "Contradiction" ("progressId");
CREATE UNIQUE INDEX "Contradiction_result_once" ON "Contradiction" ("resultId");
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_origin_other" CHECK ("originId" <> "id");
ALTER TABLE "ChatBinding" ADD CONSTRAINT "ChatBinding_publish_on" CHECK ("publishOn" BETWEEN 1 AND 7);
ALTER TABLE "ChatBinding" ADD CONSTRAINT "ChatBinding_publish_at"
  CHECK ("publishAt" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
ALTER TABLE "StandingPetition" ADD CONSTRAINT "StandingPetition_decided"
  CHECK (("accepted" IS NULL) = ("decidedAt" IS NULL));
ALTER TABLE "StandingPetition" ADD CONSTRAINT "StandingPetition_not_self"
  CHECK ("decidedById" IS NULL OR "askedById" IS NULL OR "decidedById" <> "askedById");
CREATE UNIQUE INDEX "StandingPetition_one_open" ON "StandingPetition"
  ((CASE WHEN "accepted" IS NULL THEN "snapshotId" END),
   (CASE WHEN "accepted" IS NULL THEN "agencyId" END));
ALTER TABLE "Result" ADD CONSTRAINT "Result_not_self"
  CHECK ("decidedById" IS NULL OR "submittedById" IS NULL OR "decision" = 'withdrawn'
         OR "decidedById" <> "submittedById");
