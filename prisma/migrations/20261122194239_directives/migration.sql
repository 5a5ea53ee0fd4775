-- CreateEnum
CREATE TYPE "ReadingStatus" AS ENUM ('open', 'registered', 'dropped');

-- CreateEnum
CREATE TYPE "DraftStatus" AS ENUM ('unseen', 'right', 'edited', 'dropped', 'registered');

-- CreateTable
CREATE TABLE "DirectiveReading" (
    "id" SERIAL NOT NULL,
    "text" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "fileId" INTEGER,
    "head" JSONB NOT NULL,
    "number" TEXT,
    "issuer" TEXT,
    "issuedOn" DATE,
    "readOn" DATE NOT NULL,
    "status" "ReadingStatus" NOT NULL DEFAULT 'open',
    "version" INTEGER NOT NULL DEFAULT 1,
    "documentId" INTEGER,
    "createdById" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "inboxId" BIGINT,

    CONSTRAINT "DirectiveReading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DirectiveDraft" (
    "id" SERIAL NOT NULL,
    "readingId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "asRead" JSONB NOT NULL,
    "asNow" JSONB NOT NULL,
    "unsure" BOOLEAN NOT NULL DEFAULT false,
    "status" "DraftStatus" NOT NULL DEFAULT 'unseen',
    "version" INTEGER NOT NULL DEFAULT 1,
    "editedById" INTEGER,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "taskId" INTEGER,

    CONSTRAINT "DirectiveDraft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DirectiveReading_textHash_idx" ON "DirectiveReading"("textHash");

-- CreateIndex
CREATE INDEX "DirectiveReading_number_issuedOn_idx" ON "DirectiveReading"("number", "issuedOn");

-- CreateIndex
CREATE INDEX "DirectiveDraft_readingId_position_idx" ON "DirectiveDraft"("readingId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "DirectiveDraft_readingId_number_key" ON "DirectiveDraft"("readingId", "number");

-- AddForeignKey
ALTER TABLE "DirectiveReading" ADD CONSTRAINT "DirectiveReading_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "File"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DirectiveReading" ADD CONSTRAINT "DirectiveReading_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DirectiveDraft" ADD CONSTRAINT "DirectiveDraft_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "DirectiveReading"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DirectiveDraft" ADD CONSTRAINT "DirectiveDraft_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A document is under review once at a time; a draft that is registered is a task.
CREATE UNIQUE INDEX "DirectiveReading_open_once" ON "DirectiveReading"
  ((CASE WHEN "status" = 'open' THEN "textHash" END));
ALTER TABLE "DirectiveDraft" ADD CONSTRAINT "DirectiveDraft_registered"
  CHECK (("status" = 'registered') = ("taskId" IS NOT NULL));
