-- What schema.prisma cannot say: checks, partial uniqueness, and tables that only grow.
-- Partial uniqueness is written as an index on an expression, which Prisma leaves alone when it
-- compares the database with the schema.

-- Agencies and people
ALTER TABLE "Agency" ADD CONSTRAINT "Agency_validity" CHECK ("validFrom" <= "validTo");
CREATE UNIQUE INDEX "Agency_code_once" ON "Agency" ("code", (coalesce("validFrom", '0001-01-01'::date)));
CREATE UNIQUE INDEX "Agency_name_once" ON "Agency" ("name", (coalesce("validFrom", '0001-01-01'::date)));
ALTER TABLE "AgencySuccession" ADD CONSTRAINT "AgencySuccession_other" CHECK ("fromId" <> "toId");
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_agency"
  CHECK ("role" NOT IN ('official', 'head') OR "agencyId" IS NOT NULL);
CREATE UNIQUE INDEX "Membership_once" ON "Membership"
  ((CASE WHEN "endedAt" IS NULL THEN "personId" END), (coalesce("agencyId", 0)), "role");
ALTER TABLE "Person" ADD CONSTRAINT "Person_language" CHECK ("language" IN ('vi', 'en'));
ALTER TABLE "Substitution" ADD CONSTRAINT "Substitution_days" CHECK ("fromOn" <= "toOn");
ALTER TABLE "Substitution" ADD CONSTRAINT "Substitution_other" CHECK ("absentId" <> "substituteId");
ALTER TABLE "Invite" ADD CONSTRAINT "Invite_used" CHECK (("usedById" IS NULL) = ("usedAt" IS NULL));
ALTER TABLE "Invite" ADD CONSTRAINT "Invite_expiry" CHECK ("expiresAt" > "createdAt");
ALTER TABLE "Invite" ADD CONSTRAINT "Invite_agency"
  CHECK ("role" NOT IN ('official', 'head') OR "agencyId" IS NOT NULL);

-- The register
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_percent" CHECK ("percent" BETWEEN 0 AND 100);
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_dated"
  CHECK (("deadlineKind" IN ('date', 'period')) = ("dueOn" IS NOT NULL));
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_original"
  CHECK (("dueOn" IS NULL) = ("originalDueOn" IS NULL));
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_boundary" CHECK ("boundary" IN ('before', 'by'));
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_sure" CHECK ("deadlineSure" BETWEEN 0 AND 1);
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_done"
  CHECK (("state" = 'done') = ("completedOn" IS NOT NULL));
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_submitted"
  CHECK ("state" <> 'awaiting_confirmation' OR "submittedOn" IS NOT NULL);
ALTER TABLE "TaskDependency" ADD CONSTRAINT "TaskDependency_other" CHECK ("taskId" <> "dependsOnId");
ALTER TABLE "Task" ADD CONSTRAINT "Task_proposal"
  CHECK ("status" <> 'proposed' OR "proposedForId" IS NOT NULL);
ALTER TABLE "Progress" ADD CONSTRAINT "Progress_percent" CHECK ("percent" BETWEEN 0 AND 100);
CREATE UNIQUE INDEX "Result_one_pending" ON "Result"
  ((CASE WHEN "decision" = 'pending' THEN "assignmentId" END));
ALTER TABLE "Result" ADD CONSTRAINT "Result_decided"
  CHECK (("decision" IN ('confirmed', 'returned')) = ("decidedAt" IS NOT NULL));
ALTER TABLE "Result" ADD CONSTRAINT "Result_completed"
  CHECK (("decision" = 'confirmed') = ("completedOn" IS NOT NULL));
CREATE UNIQUE INDEX "Extension_one_open" ON "Extension"
  ((CASE WHEN "status" = 'open' THEN "assignmentId" END));
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_later" CHECK ("toDueOn" > "fromDueOn");
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_not_self"
  CHECK ("decidedById" IS NULL OR "askedById" IS NULL OR "decidedById" <> "askedById");
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_authority"
  CHECK ("status" <> 'approved' OR "authority" IS NOT NULL);
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_one_owner"
  CHECK (num_nonnulls("progressId", "resultId", "documentId", "blockerId") = 1);
ALTER TABLE "Blob" ADD CONSTRAINT "Blob_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$');

-- Delivery
ALTER TABLE "ChatBinding" ADD CONSTRAINT "ChatBinding_purpose"
  CHECK ("purpose" = 'committee' OR ("purpose" = 'agency' AND "agencyId" IS NOT NULL));
ALTER TABLE "InboxUpdate" ADD CONSTRAINT "InboxUpdate_done"
  CHECK (("state" = 'pending') = ("doneAt" IS NULL));
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_sending"
  CHECK (("state" = 'sending') = ("sendingUntil" IS NOT NULL));
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_sent"
  CHECK ("state" <> 'sent' OR "sentAt" IS NOT NULL);

-- Standings
ALTER TABLE "StandingRow" ADD CONSTRAINT "StandingRow_rate" CHECK ("rate" BETWEEN 0 AND 10000);
ALTER TABLE "StandingSnapshot" ADD CONSTRAINT "StandingSnapshot_window" CHECK ("windowFrom" <= "windowTo");
ALTER TABLE "DayOff" ADD CONSTRAINT "DayOff_kind" CHECK ("kind" IN ('off', 'work'));

-- Tables that only grow
CREATE FUNCTION dondoc_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER "TaskEvent_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "TaskEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION dondoc_append_only();
CREATE TRIGGER "Progress_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Progress"
  FOR EACH STATEMENT EXECUTE FUNCTION dondoc_append_only();
CREATE TRIGGER "Nudge_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Nudge"
  FOR EACH STATEMENT EXECUTE FUNCTION dondoc_append_only();
CREATE TRIGGER "AuditEntry_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION dondoc_append_only();
CREATE TRIGGER "StandingRow_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "StandingRow"
  FOR EACH STATEMENT EXECUTE FUNCTION dondoc_append_only();
CREATE TRIGGER "StandingItem_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "StandingItem"
  FOR EACH STATEMENT EXECUTE FUNCTION dondoc_append_only();
