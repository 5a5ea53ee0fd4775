-- CreateEnum
CREATE TYPE "SuccessionKind" AS ENUM ('rename', 'merge', 'split', 'dissolve', 'move_function');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('official', 'head', 'secretariat', 'leader', 'admin');

-- CreateEnum
CREATE TYPE "TaskStatus" AS ENUM ('proposed', 'registered', 'declined');

-- CreateEnum
CREATE TYPE "AssignmentRole" AS ENUM ('lead', 'coordinating');

-- CreateEnum
CREATE TYPE "DeadlineKind" AS ENUM ('date', 'period', 'recurrence', 'continuous', 'event', 'none', 'unclear');

-- CreateEnum
CREATE TYPE "AssignmentState" AS ENUM ('assigned', 'received', 'in_progress', 'awaiting_confirmation', 'done', 'paused', 'cancelled', 'transferred');

-- CreateEnum
CREATE TYPE "ResultDecision" AS ENUM ('pending', 'confirmed', 'returned', 'withdrawn');

-- CreateEnum
CREATE TYPE "ExtensionStatus" AS ENUM ('open', 'approved', 'rejected', 'withdrawn');

-- CreateEnum
CREATE TYPE "ChatStatus" AS ENUM ('active', 'blocked', 'gone');

-- CreateEnum
CREATE TYPE "InboxState" AS ENUM ('pending', 'done', 'failed');

-- CreateEnum
CREATE TYPE "OutboxState" AS ENUM ('pending', 'sending', 'sent', 'failed', 'unknown', 'dropped');

-- CreateEnum
CREATE TYPE "SlotState" AS ENUM ('running', 'done', 'failed', 'skipped');

-- CreateEnum
CREATE TYPE "PublicationState" AS ENUM ('draft', 'posted', 'dropped');

-- CreateTable
CREATE TABLE "AgencyGroup" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT[],
    "minDue" INTEGER NOT NULL DEFAULT 1,
    "sortOrder" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "AgencyGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Agency" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "groupId" INTEGER,
    "ranked" BOOLEAN NOT NULL DEFAULT true,
    "validFrom" DATE,
    "validTo" DATE,
    "sortOrder" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgencyAlias" (
    "id" SERIAL NOT NULL,
    "agencyId" INTEGER NOT NULL,
    "alias" TEXT NOT NULL,

    CONSTRAINT "AgencyAlias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgencySuccession" (
    "id" SERIAL NOT NULL,
    "fromId" INTEGER NOT NULL,
    "toId" INTEGER NOT NULL,
    "kind" "SuccessionKind" NOT NULL,
    "decision" TEXT,
    "effectiveOn" DATE NOT NULL,
    "function" TEXT,

    CONSTRAINT "AgencySuccession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" SERIAL NOT NULL,
    "fullName" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Identity" (
    "id" SERIAL NOT NULL,
    "personId" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "username" TEXT,
    "boundAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" SERIAL NOT NULL,
    "personId" INTEGER NOT NULL,
    "agencyId" INTEGER,
    "role" "Role" NOT NULL,
    "validFrom" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Substitution" (
    "id" SERIAL NOT NULL,
    "absentId" INTEGER NOT NULL,
    "substituteId" INTEGER NOT NULL,
    "fromOn" DATE NOT NULL,
    "toOn" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Substitution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invite" (
    "id" SERIAL NOT NULL,
    "codeHash" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "agencyId" INTEGER,
    "createdById" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedById" INTEGER,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" SERIAL NOT NULL,
    "kind" TEXT,
    "number" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "issuedOn" DATE NOT NULL,
    "title" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Task" (
    "id" SERIAL NOT NULL,
    "content" TEXT NOT NULL,
    "status" "TaskStatus" NOT NULL DEFAULT 'registered',
    "documentId" INTEGER,
    "clause" TEXT,
    "area" TEXT,
    "deliverable" TEXT,
    "leaderInChargeId" INTEGER,
    "leaderText" TEXT,
    "note" TEXT,
    "restricted" BOOLEAN NOT NULL DEFAULT false,
    "leadPhrase" TEXT,
    "importKey" TEXT,
    "proposedForId" INTEGER,
    "createdById" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "registeredOn" DATE NOT NULL,
    "inboxId" BIGINT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TaskDependency" (
    "taskId" INTEGER NOT NULL,
    "dependsOnId" INTEGER NOT NULL,

    CONSTRAINT "TaskDependency_pkey" PRIMARY KEY ("taskId","dependsOnId")
);

-- CreateTable
CREATE TABLE "TaskCoordination" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "groupId" INTEGER,
    "phrase" TEXT NOT NULL,

    CONSTRAINT "TaskCoordination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "agencyId" INTEGER NOT NULL,
    "role" "AssignmentRole" NOT NULL,
    "occurrence" TEXT NOT NULL DEFAULT '',
    "state" "AssignmentState" NOT NULL DEFAULT 'assigned',
    "percent" INTEGER NOT NULL DEFAULT 0,
    "holderId" INTEGER,
    "assignedOn" DATE NOT NULL,
    "deadlineKind" "DeadlineKind" NOT NULL,
    "dueOn" DATE,
    "originalDueOn" DATE,
    "aimOn" DATE,
    "boundary" TEXT,
    "frequency" TEXT[],
    "deadlinePhrase" TEXT NOT NULL,
    "deadlineSure" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "submittedOn" DATE,
    "completedOn" DATE,
    "extensionCount" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TaskEvent" (
    "id" BIGSERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "assignmentId" INTEGER,
    "kind" TEXT NOT NULL,
    "effectiveOn" DATE NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "actorId" INTEGER,
    "onBehalfOfId" INTEGER,
    "inboxId" BIGINT,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "TaskEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Progress" (
    "id" BIGSERIAL NOT NULL,
    "assignmentId" INTEGER NOT NULL,
    "percent" INTEGER,
    "note" TEXT NOT NULL,
    "authorId" INTEGER,
    "onBehalfOfId" INTEGER,
    "effectiveOn" DATE NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "inboxId" BIGINT,
    "correctsId" BIGINT,

    CONSTRAINT "Progress_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Result" (
    "id" SERIAL NOT NULL,
    "assignmentId" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "documentNumber" TEXT,
    "documentDate" DATE,
    "submittedOn" DATE NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedById" INTEGER,
    "onBehalfOfId" INTEGER,
    "inboxId" BIGINT,
    "decision" "ResultDecision" NOT NULL DEFAULT 'pending',
    "decidedById" INTEGER,
    "decidedOn" DATE,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionNote" TEXT,
    "completedOn" DATE,

    CONSTRAINT "Result_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Extension" (
    "id" SERIAL NOT NULL,
    "assignmentId" INTEGER NOT NULL,
    "fromDueOn" DATE NOT NULL,
    "toDueOn" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "status" "ExtensionStatus" NOT NULL DEFAULT 'open',
    "askedById" INTEGER,
    "askedOn" DATE NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMPTZ(3),
    "authority" TEXT,
    "decisionNote" TEXT,
    "inboxId" BIGINT,

    CONSTRAINT "Extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Blocker" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "assignmentId" INTEGER,
    "text" TEXT NOT NULL,
    "raisedById" INTEGER,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answeredById" INTEGER,
    "answeredAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "inboxId" BIGINT,

    CONSTRAINT "Blocker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExplanationRequest" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "agencyId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "dueOn" DATE,
    "askedById" INTEGER,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answeredById" INTEGER,
    "answeredAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "inboxId" BIGINT,

    CONSTRAINT "ExplanationRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Nudge" (
    "id" BIGSERIAL NOT NULL,
    "assignmentId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "step" INTEGER NOT NULL DEFAULT 0,
    "key" TEXT NOT NULL,
    "byId" INTEGER,
    "effectiveOn" DATE NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "outboxId" BIGINT,
    "inboxId" BIGINT,

    CONSTRAINT "Nudge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Target" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "metric" TEXT NOT NULL,
    "operator" TEXT NOT NULL,
    "value" DECIMAL(18,4) NOT NULL,
    "unit" TEXT NOT NULL,
    "level" TEXT,
    "byOn" DATE,
    "baseline" TEXT,
    "phrase" TEXT NOT NULL,
    "reading" TEXT,

    CONSTRAINT "Target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TargetReading" (
    "id" SERIAL NOT NULL,
    "targetId" INTEGER NOT NULL,
    "agencyId" INTEGER,
    "value" DECIMAL(18,4) NOT NULL,
    "onDate" DATE NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" INTEGER,
    "inboxId" BIGINT,

    CONSTRAINT "TargetReading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Blob" (
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Blob_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "File" (
    "id" SERIAL NOT NULL,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "File_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FileCache" (
    "channel" TEXT NOT NULL,
    "fileId" INTEGER NOT NULL,
    "externalId" TEXT NOT NULL,

    CONSTRAINT "FileCache_pkey" PRIMARY KEY ("channel","fileId")
);

-- CreateTable
CREATE TABLE "Attachment" (
    "id" SERIAL NOT NULL,
    "fileId" INTEGER NOT NULL,
    "progressId" BIGINT,
    "resultId" INTEGER,
    "documentId" INTEGER,
    "blockerId" INTEGER,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Chat" (
    "id" SERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT,
    "status" "ChatStatus" NOT NULL DEFAULT 'active',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Chat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChatBinding" (
    "id" SERIAL NOT NULL,
    "chatId" INTEGER NOT NULL,
    "threadId" INTEGER NOT NULL DEFAULT 0,
    "purpose" TEXT NOT NULL,
    "agencyId" INTEGER,
    "wantsRanking" BOOLEAN NOT NULL DEFAULT false,
    "wantsAlerts" BOOLEAN NOT NULL DEFAULT false,
    "approveFirst" BOOLEAN NOT NULL DEFAULT false,
    "createdById" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ChatBinding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InboxUpdate" (
    "id" BIGSERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "updateId" BIGINT NOT NULL,
    "lane" TEXT NOT NULL,
    "messageKey" TEXT,
    "payload" JSONB NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "state" "InboxState" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "doneAt" TIMESTAMPTZ(3),
    "errorCode" TEXT,

    CONSTRAINT "InboxUpdate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "chatId" INTEGER NOT NULL,
    "threadId" INTEGER NOT NULL DEFAULT 0,
    "kind" TEXT NOT NULL,
    "priority" INTEGER NOT NULL DEFAULT 5,
    "payload" JSONB NOT NULL,
    "eligibility" JSONB,
    "state" "OutboxState" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" TIMESTAMPTZ(3),
    "sendingUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "offeredAt" TIMESTAMPTZ(3),
    "externalId" TEXT,
    "errorCode" TEXT,
    "personId" INTEGER,
    "inboxId" BIGINT,

    CONSTRAINT "OutboxMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PostedCard" (
    "id" SERIAL NOT NULL,
    "chatId" INTEGER NOT NULL,
    "messageId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "taskId" INTEGER,
    "assignmentId" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "outboxId" BIGINT,

    CONSTRAINT "PostedCard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Form" (
    "id" SERIAL NOT NULL,
    "personId" INTEGER NOT NULL,
    "chatId" INTEGER NOT NULL,
    "command" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Form_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ButtonToken" (
    "token" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ButtonToken_pkey" PRIMARY KEY ("token")
);

-- CreateTable
CREATE TABLE "JobSlot" (
    "id" SERIAL NOT NULL,
    "job" TEXT NOT NULL,
    "slot" TEXT NOT NULL,
    "state" "SlotState" NOT NULL DEFAULT 'running',
    "claimedBy" TEXT NOT NULL,
    "leaseUntil" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "messages" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,

    CONSTRAINT "JobSlot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StandingSnapshot" (
    "id" SERIAL NOT NULL,
    "period" TEXT NOT NULL,
    "span" TEXT NOT NULL,
    "groupId" INTEGER NOT NULL,
    "windowFrom" DATE NOT NULL,
    "windowTo" DATE NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,
    "formula" TEXT NOT NULL,
    "minDue" INTEGER NOT NULL,
    "amended" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "StandingSnapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StandingRow" (
    "id" SERIAL NOT NULL,
    "snapshotId" INTEGER NOT NULL,
    "agencyId" INTEGER NOT NULL,
    "agencyName" TEXT NOT NULL,
    "doneOnTime" INTEGER NOT NULL,
    "doneLate" INTEGER NOT NULL,
    "overdueOpen" INTEGER NOT NULL,
    "rate" INTEGER,
    "rank" INTEGER,
    "counts" JSONB NOT NULL,

    CONSTRAINT "StandingRow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StandingItem" (
    "id" SERIAL NOT NULL,
    "rowId" INTEGER NOT NULL,
    "assignmentId" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "completedOn" DATE,

    CONSTRAINT "StandingItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StandingPetition" (
    "id" SERIAL NOT NULL,
    "snapshotId" INTEGER NOT NULL,
    "agencyId" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "askedById" INTEGER,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "accepted" BOOLEAN,
    "decision" TEXT,
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMPTZ(3),
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "StandingPetition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Publication" (
    "id" SERIAL NOT NULL,
    "bindingId" INTEGER NOT NULL,
    "period" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "state" "PublicationState" NOT NULL DEFAULT 'draft',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" INTEGER,
    "actorLabel" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT,
    "onBehalfOfId" INTEGER,
    "chatId" INTEGER,
    "inboxId" BIGINT,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DayOff" (
    "date" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "known" TEXT NOT NULL DEFAULT 'decided',

    CONSTRAINT "DayOff_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "AgencyGroup_name_key" ON "AgencyGroup"("name");

-- CreateIndex
CREATE INDEX "Agency_groupId_idx" ON "Agency"("groupId");

-- CreateIndex
CREATE UNIQUE INDEX "Agency_name_validFrom_key" ON "Agency"("name", "validFrom");

-- CreateIndex
CREATE UNIQUE INDEX "AgencyAlias_agencyId_alias_key" ON "AgencyAlias"("agencyId", "alias");

-- CreateIndex
CREATE UNIQUE INDEX "AgencySuccession_fromId_toId_effectiveOn_key" ON "AgencySuccession"("fromId", "toId", "effectiveOn");

-- CreateIndex
CREATE INDEX "Identity_personId_idx" ON "Identity"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Identity_channel_externalId_key" ON "Identity"("channel", "externalId");

-- CreateIndex
CREATE INDEX "Membership_personId_idx" ON "Membership"("personId");

-- CreateIndex
CREATE INDEX "Membership_agencyId_idx" ON "Membership"("agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "Invite_codeHash_key" ON "Invite"("codeHash");

-- CreateIndex
CREATE UNIQUE INDEX "Document_issuer_number_issuedOn_key" ON "Document"("issuer", "number", "issuedOn");

-- CreateIndex
CREATE UNIQUE INDEX "Task_documentId_importKey_key" ON "Task"("documentId", "importKey");

-- CreateIndex
CREATE UNIQUE INDEX "TaskCoordination_taskId_phrase_key" ON "TaskCoordination"("taskId", "phrase");

-- CreateIndex
CREATE INDEX "Assignment_agencyId_state_idx" ON "Assignment"("agencyId", "state");

-- CreateIndex
CREATE INDEX "Assignment_state_dueOn_idx" ON "Assignment"("state", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "Assignment_taskId_agencyId_occurrence_key" ON "Assignment"("taskId", "agencyId", "occurrence");

-- CreateIndex
CREATE INDEX "TaskEvent_taskId_idx" ON "TaskEvent"("taskId");

-- CreateIndex
CREATE INDEX "TaskEvent_assignmentId_effectiveOn_idx" ON "TaskEvent"("assignmentId", "effectiveOn");

-- CreateIndex
CREATE INDEX "Progress_assignmentId_idx" ON "Progress"("assignmentId");

-- CreateIndex
CREATE INDEX "Result_assignmentId_idx" ON "Result"("assignmentId");

-- CreateIndex
CREATE INDEX "Result_decision_idx" ON "Result"("decision");

-- CreateIndex
CREATE INDEX "Extension_assignmentId_idx" ON "Extension"("assignmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Nudge_key_key" ON "Nudge"("key");

-- CreateIndex
CREATE INDEX "Nudge_assignmentId_idx" ON "Nudge"("assignmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Chat_channel_externalId_key" ON "Chat"("channel", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "ChatBinding_chatId_threadId_key" ON "ChatBinding"("chatId", "threadId");

-- CreateIndex
CREATE INDEX "InboxUpdate_state_id_idx" ON "InboxUpdate"("state", "id");

-- CreateIndex
CREATE INDEX "InboxUpdate_channel_messageKey_idx" ON "InboxUpdate"("channel", "messageKey");

-- CreateIndex
CREATE UNIQUE INDEX "InboxUpdate_channel_updateId_key" ON "InboxUpdate"("channel", "updateId");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMessage_key_key" ON "OutboxMessage"("key");

-- CreateIndex
CREATE INDEX "OutboxMessage_state_chatId_priority_id_idx" ON "OutboxMessage"("state", "chatId", "priority", "id");

-- CreateIndex
CREATE UNIQUE INDEX "PostedCard_chatId_messageId_key" ON "PostedCard"("chatId", "messageId");

-- CreateIndex
CREATE UNIQUE INDEX "Form_personId_chatId_key" ON "Form"("personId", "chatId");

-- CreateIndex
CREATE UNIQUE INDEX "JobSlot_job_slot_key" ON "JobSlot"("job", "slot");

-- CreateIndex
CREATE UNIQUE INDEX "StandingSnapshot_period_span_groupId_key" ON "StandingSnapshot"("period", "span", "groupId");

-- CreateIndex
CREATE UNIQUE INDEX "StandingRow_snapshotId_agencyId_key" ON "StandingRow"("snapshotId", "agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "StandingItem_rowId_assignmentId_key" ON "StandingItem"("rowId", "assignmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Publication_bindingId_period_key" ON "Publication"("bindingId", "period");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- AddForeignKey
ALTER TABLE "Agency" ADD CONSTRAINT "Agency_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "AgencyGroup"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgencyAlias" ADD CONSTRAINT "AgencyAlias_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgencySuccession" ADD CONSTRAINT "AgencySuccession_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgencySuccession" ADD CONSTRAINT "AgencySuccession_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Identity" ADD CONSTRAINT "Identity_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Substitution" ADD CONSTRAINT "Substitution_absentId_fkey" FOREIGN KEY ("absentId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Substitution" ADD CONSTRAINT "Substitution_substituteId_fkey" FOREIGN KEY ("substituteId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invite" ADD CONSTRAINT "Invite_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invite" ADD CONSTRAINT "Invite_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invite" ADD CONSTRAINT "Invite_usedById_fkey" FOREIGN KEY ("usedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_leaderInChargeId_fkey" FOREIGN KEY ("leaderInChargeId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_proposedForId_fkey" FOREIGN KEY ("proposedForId") REFERENCES "Agency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_inboxId_fkey" FOREIGN KEY ("inboxId") REFERENCES "InboxUpdate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskDependency" ADD CONSTRAINT "TaskDependency_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskDependency" ADD CONSTRAINT "TaskDependency_dependsOnId_fkey" FOREIGN KEY ("dependsOnId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskCoordination" ADD CONSTRAINT "TaskCoordination_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskCoordination" ADD CONSTRAINT "TaskCoordination_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "AgencyGroup"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_holderId_fkey" FOREIGN KEY ("holderId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskEvent" ADD CONSTRAINT "TaskEvent_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskEvent" ADD CONSTRAINT "TaskEvent_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskEvent" ADD CONSTRAINT "TaskEvent_inboxId_fkey" FOREIGN KEY ("inboxId") REFERENCES "InboxUpdate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Progress" ADD CONSTRAINT "Progress_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Progress" ADD CONSTRAINT "Progress_inboxId_fkey" FOREIGN KEY ("inboxId") REFERENCES "InboxUpdate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Progress" ADD CONSTRAINT "Progress_correctsId_fkey" FOREIGN KEY ("correctsId") REFERENCES "Progress"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Result" ADD CONSTRAINT "Result_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Result" ADD CONSTRAINT "Result_inboxId_fkey" FOREIGN KEY ("inboxId") REFERENCES "InboxUpdate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Blocker" ADD CONSTRAINT "Blocker_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Blocker" ADD CONSTRAINT "Blocker_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExplanationRequest" ADD CONSTRAINT "ExplanationRequest_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExplanationRequest" ADD CONSTRAINT "ExplanationRequest_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nudge" ADD CONSTRAINT "Nudge_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nudge" ADD CONSTRAINT "Nudge_outboxId_fkey" FOREIGN KEY ("outboxId") REFERENCES "OutboxMessage"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Target" ADD CONSTRAINT "Target_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TargetReading" ADD CONSTRAINT "TargetReading_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "File" ADD CONSTRAINT "File_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "Blob"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FileCache" ADD CONSTRAINT "FileCache_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "File"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "File"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_progressId_fkey" FOREIGN KEY ("progressId") REFERENCES "Progress"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_resultId_fkey" FOREIGN KEY ("resultId") REFERENCES "Result"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_blockerId_fkey" FOREIGN KEY ("blockerId") REFERENCES "Blocker"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChatBinding" ADD CONSTRAINT "ChatBinding_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChatBinding" ADD CONSTRAINT "ChatBinding_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_inboxId_fkey" FOREIGN KEY ("inboxId") REFERENCES "InboxUpdate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostedCard" ADD CONSTRAINT "PostedCard_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostedCard" ADD CONSTRAINT "PostedCard_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostedCard" ADD CONSTRAINT "PostedCard_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostedCard" ADD CONSTRAINT "PostedCard_outboxId_fkey" FOREIGN KEY ("outboxId") REFERENCES "OutboxMessage"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Form" ADD CONSTRAINT "Form_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Form" ADD CONSTRAINT "Form_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingSnapshot" ADD CONSTRAINT "StandingSnapshot_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "AgencyGroup"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingRow" ADD CONSTRAINT "StandingRow_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "StandingSnapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingRow" ADD CONSTRAINT "StandingRow_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingItem" ADD CONSTRAINT "StandingItem_rowId_fkey" FOREIGN KEY ("rowId") REFERENCES "StandingRow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingItem" ADD CONSTRAINT "StandingItem_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingPetition" ADD CONSTRAINT "StandingPetition_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "StandingSnapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingPetition" ADD CONSTRAINT "StandingPetition_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_bindingId_fkey" FOREIGN KEY ("bindingId") REFERENCES "ChatBinding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
