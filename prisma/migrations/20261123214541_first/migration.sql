-- CreateEnum
CREATE TYPE "Role" AS ENUM ('head', 'officer', 'secretariat', 'observer');

-- CreateEnum
CREATE TYPE "LinkPurpose" AS ENUM ('setup', 'invitation');

-- CreateEnum
CREATE TYPE "ActionItemState" AS ENUM ('proposed', 'agreed', 'underway', 'awaiting_confirmation', 'done', 'dropped');

-- CreateEnum
CREATE TYPE "CommitmentRole" AS ENUM ('lead', 'partner', 'supporter');

-- CreateEnum
CREATE TYPE "CommitmentState" AS ENUM ('proposed', 'accepted', 'declined');

-- CreateEnum
CREATE TYPE "Grade" AS ENUM ('information', 'intention', 'agreed', 'formal');

-- CreateEnum
CREATE TYPE "Language" AS ENUM ('ko', 'zh', 'en');

-- CreateEnum
CREATE TYPE "Visibility" AS ENUM ('government', 'bilateral', 'network', 'public');

-- CreateEnum
CREATE TYPE "Country" AS ENUM ('KR', 'CN');

-- CreateEnum
CREATE TYPE "Level" AS ENUM ('province', 'city', 'county');

-- CreateEnum
CREATE TYPE "IncidentKind" AS ENUM ('derelict_gear', 'aquaculture_floats', 'beached_mass', 'floating_raft', 'sunken_waste', 'flood_debris', 'algal_mix', 'illegal_dumping', 'abandoned_vessel', 'hazardous_container', 'oil_tar', 'medical_waste', 'entanglement', 'navigation_hazard');

-- CreateEnum
CREATE TYPE "Compartment" AS ENUM ('shoreline', 'floating', 'seafloor', 'river_mouth');

-- CreateEnum
CREATE TYPE "Hazard" AS ENUM ('none', 'low', 'high', 'urgent');

-- CreateEnum
CREATE TYPE "IncidentStatus" AS ENUM ('reported', 'confirmed', 'responding', 'resolved', 'duplicate', 'not_ours', 'no_action');

-- CreateEnum
CREATE TYPE "AmountUnit" AS ENUM ('items', 'kg', 't', 'm3', 'sacks', 'items_per_100m', 'kg_per_100m', 'items_per_km2', 'kg_per_km2');

-- CreateEnum
CREATE TYPE "AmountMethod" AS ENUM ('measured', 'estimated');

-- CreateEnum
CREATE TYPE "OriginEvidence" AS ENUM ('label', 'barcode', 'maker', 'gear', 'none');

-- CreateEnum
CREATE TYPE "NotificationReason" AS ENUM ('incident_in_my_waters', 'news_in_my_thread', 'waits_for_us');

-- CreateEnum
CREATE TYPE "ThreadSubject" AS ENUM ('incident', 'action_item', 'topic');

-- CreateEnum
CREATE TYPE "TranslationSubject" AS ENUM ('post', 'incident', 'action_item', 'thread');

-- CreateEnum
CREATE TYPE "TranslationField" AS ENUM ('title', 'text');

-- CreateEnum
CREATE TYPE "TranslationKind" AS ENUM ('human', 'machine');

-- CreateTable
CREATE TABLE "Seat" (
    "id" UUID NOT NULL,
    "governmentId" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "titleKo" TEXT NOT NULL,
    "titleZh" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Tenure" (
    "id" UUID NOT NULL,
    "seatId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "to" TIMESTAMPTZ(3),

    CONSTRAINT "Tenure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameLatin" TEXT NOT NULL,
    "language" "Language" NOT NULL,
    "passwordHash" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "seatId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "purpose" "LinkPurpose" NOT NULL,
    "accountId" UUID,
    "seatId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OneTimeLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInFailure" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SignInFailure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionItem" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "threadId" UUID NOT NULL,
    "state" "ActionItemState" NOT NULL DEFAULT 'proposed',
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" "Language" NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "grade" "Grade" NOT NULL DEFAULT 'intention',
    "dueOn" DATE,
    "proposerSeatId" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimedByGovernmentId" TEXT,
    "claimedAt" TIMESTAMPTZ(3),
    "confirmedByGovernmentId" TEXT,
    "confirmedAt" TIMESTAMPTZ(3),
    "clientKey" UUID,

    CONSTRAINT "ActionItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Commitment" (
    "actionItemId" UUID NOT NULL,
    "governmentId" TEXT NOT NULL,
    "role" "CommitmentRole" NOT NULL,
    "state" "CommitmentState" NOT NULL DEFAULT 'proposed',
    "answeredRevision" INTEGER,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredBySeatId" UUID,

    CONSTRAINT "Commitment_pkey" PRIMARY KEY ("actionItemId","governmentId")
);

-- CreateTable
CREATE TABLE "ActionItemIncident" (
    "actionItemId" UUID NOT NULL,
    "incidentId" UUID NOT NULL,

    CONSTRAINT "ActionItemIncident_pkey" PRIMARY KEY ("actionItemId","incidentId")
);

-- CreateTable
CREATE TABLE "Counter" (
    "name" TEXT NOT NULL,
    "value" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Counter_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "Government" (
    "id" TEXT NOT NULL,
    "country" "Country" NOT NULL,
    "level" "Level" NOT NULL,
    "parentId" TEXT,
    "nameKo" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "seal" TEXT NOT NULL,
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "validFrom" DATE,
    "validTo" DATE,
    "successorId" TEXT,

    CONSTRAINT "Government_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Incident" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "threadId" UUID NOT NULL,
    "kind" "IncidentKind" NOT NULL,
    "compartment" "Compartment" NOT NULL,
    "hazard" "Hazard" NOT NULL DEFAULT 'none',
    "status" "IncidentStatus" NOT NULL DEFAULT 'reported',
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" "Language" NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "lat" DOUBLE PRECISION NOT NULL,
    "lon" DOUBLE PRECISION NOT NULL,
    "accuracyM" DOUBLE PRECISION,
    "placeName" TEXT,
    "shoreLengthM" DOUBLE PRECISION,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "reportedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reporterAccountId" UUID,
    "reporterSeatId" UUID,
    "reporterGovernmentId" TEXT NOT NULL,
    "responsibleGovernmentId" TEXT NOT NULL,
    "duplicateOfId" UUID,
    "clientKey" UUID,
    "externalSource" TEXT,
    "externalId" TEXT,

    CONSTRAINT "Incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Amount" (
    "id" UUID NOT NULL,
    "incidentId" UUID,
    "evidenceId" UUID,
    "position" INTEGER NOT NULL,
    "item" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "unit" "AmountUnit" NOT NULL,
    "method" "AmountMethod" NOT NULL,

    CONSTRAINT "Amount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OriginClue" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "evidence" "OriginEvidence" NOT NULL,
    "labelLanguage" TEXT,
    "count" INTEGER,
    "note" TEXT,

    CONSTRAINT "OriginClue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Photo" (
    "id" UUID NOT NULL,
    "accountId" UUID,
    "incidentId" UUID,
    "evidenceId" UUID,
    "position" INTEGER NOT NULL DEFAULT 0,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "takenAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Photo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL,
    "incidentId" UUID,
    "actionItemId" UUID,
    "text" TEXT NOT NULL,
    "language" "Language" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "seatId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "reason" "NotificationReason" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Thread" (
    "id" UUID NOT NULL,
    "subject" "ThreadSubject" NOT NULL,
    "title" TEXT,
    "titleLanguage" "Language",
    "visibility" "Visibility" NOT NULL DEFAULT 'network',
    "ownerGovernmentId" TEXT NOT NULL,
    "lastSeq" INTEGER NOT NULL DEFAULT 0,
    "minSeq" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastEventAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ThreadAudience" (
    "threadId" UUID NOT NULL,
    "governmentId" TEXT NOT NULL,

    CONSTRAINT "ThreadAudience_pkey" PRIMARY KEY ("threadId","governmentId")
);

-- CreateTable
CREATE TABLE "Event" (
    "threadId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "accountId" UUID,
    "seatId" UUID,
    "governmentId" TEXT,
    "payload" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "onlyGovernmentId" TEXT,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("threadId","seq")
);

-- CreateTable
CREATE TABLE "Post" (
    "id" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "accountId" UUID NOT NULL,
    "seatId" UUID NOT NULL,
    "governmentId" TEXT NOT NULL,
    "clientKey" UUID NOT NULL,
    "language" "Language" NOT NULL,
    "body" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Follow" (
    "threadId" UUID NOT NULL,
    "seatId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Follow_pkey" PRIMARY KEY ("threadId","seatId")
);

-- CreateTable
CREATE TABLE "Translation" (
    "id" UUID NOT NULL,
    "subject" "TranslationSubject" NOT NULL,
    "subjectId" UUID NOT NULL,
    "field" "TranslationField" NOT NULL,
    "revision" INTEGER NOT NULL,
    "language" "Language" NOT NULL,
    "kind" "TranslationKind" NOT NULL,
    "text" TEXT NOT NULL,
    "accountId" UUID,
    "seatId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Translation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Seat_governmentId_idx" ON "Seat"("governmentId");

-- CreateIndex
CREATE INDEX "Tenure_accountId_idx" ON "Tenure"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Tenure_seatId_accountId_from_key" ON "Tenure"("seatId", "accountId", "from");

-- CreateIndex
CREATE UNIQUE INDEX "Account_email_key" ON "Account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_accountId_idx" ON "Session"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "OneTimeLink_tokenHash_key" ON "OneTimeLink"("tokenHash");

-- CreateIndex
CREATE INDEX "SignInFailure_key_at_idx" ON "SignInFailure"("key", "at");

-- CreateIndex
CREATE UNIQUE INDEX "ActionItem_number_key" ON "ActionItem"("number");

-- CreateIndex
CREATE UNIQUE INDEX "ActionItem_threadId_key" ON "ActionItem"("threadId");

-- CreateIndex
CREATE UNIQUE INDEX "ActionItem_clientKey_key" ON "ActionItem"("clientKey");

-- CreateIndex
CREATE UNIQUE INDEX "Incident_number_key" ON "Incident"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Incident_threadId_key" ON "Incident"("threadId");

-- CreateIndex
CREATE INDEX "Incident_seenAt_idx" ON "Incident"("seenAt");

-- CreateIndex
CREATE INDEX "Incident_responsibleGovernmentId_status_idx" ON "Incident"("responsibleGovernmentId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "Incident_reporterAccountId_clientKey_key" ON "Incident"("reporterAccountId", "clientKey");

-- CreateIndex
CREATE UNIQUE INDEX "Incident_externalSource_externalId_key" ON "Incident"("externalSource", "externalId");

-- CreateIndex
CREATE INDEX "Amount_incidentId_idx" ON "Amount"("incidentId");

-- CreateIndex
CREATE INDEX "OriginClue_incidentId_idx" ON "OriginClue"("incidentId");

-- CreateIndex
CREATE INDEX "Photo_incidentId_idx" ON "Photo"("incidentId");

-- CreateIndex
CREATE INDEX "Notification_seatId_readAt_at_idx" ON "Notification"("seatId", "readAt", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_seatId_threadId_seq_key" ON "Notification"("seatId", "threadId", "seq");

-- CreateIndex
CREATE INDEX "Thread_lastEventAt_idx" ON "Thread"("lastEventAt");

-- CreateIndex
CREATE INDEX "Event_at_idx" ON "Event"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Post_accountId_clientKey_key" ON "Post"("accountId", "clientKey");

-- CreateIndex
CREATE UNIQUE INDEX "Post_threadId_seq_key" ON "Post"("threadId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "Translation_subject_subjectId_field_revision_language_kind_key" ON "Translation"("subject", "subjectId", "field", "revision", "language", "kind");

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_governmentId_fkey" FOREIGN KEY ("governmentId") REFERENCES "Government"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tenure" ADD CONSTRAINT "Tenure_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tenure" ADD CONSTRAINT "Tenure_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OneTimeLink" ADD CONSTRAINT "OneTimeLink_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OneTimeLink" ADD CONSTRAINT "OneTimeLink_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionItem" ADD CONSTRAINT "ActionItem_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionItem" ADD CONSTRAINT "ActionItem_proposerSeatId_fkey" FOREIGN KEY ("proposerSeatId") REFERENCES "Seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionItem" ADD CONSTRAINT "ActionItem_claimedByGovernmentId_fkey" FOREIGN KEY ("claimedByGovernmentId") REFERENCES "Government"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionItem" ADD CONSTRAINT "ActionItem_confirmedByGovernmentId_fkey" FOREIGN KEY ("confirmedByGovernmentId") REFERENCES "Government"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_actionItemId_fkey" FOREIGN KEY ("actionItemId") REFERENCES "ActionItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_governmentId_fkey" FOREIGN KEY ("governmentId") REFERENCES "Government"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_answeredBySeatId_fkey" FOREIGN KEY ("answeredBySeatId") REFERENCES "Seat"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionItemIncident" ADD CONSTRAINT "ActionItemIncident_actionItemId_fkey" FOREIGN KEY ("actionItemId") REFERENCES "ActionItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionItemIncident" ADD CONSTRAINT "ActionItemIncident_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Government" ADD CONSTRAINT "Government_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Government"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Government" ADD CONSTRAINT "Government_successorId_fkey" FOREIGN KEY ("successorId") REFERENCES "Government"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_reporterAccountId_fkey" FOREIGN KEY ("reporterAccountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_reporterSeatId_fkey" FOREIGN KEY ("reporterSeatId") REFERENCES "Seat"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_reporterGovernmentId_fkey" FOREIGN KEY ("reporterGovernmentId") REFERENCES "Government"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_responsibleGovernmentId_fkey" FOREIGN KEY ("responsibleGovernmentId") REFERENCES "Government"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_duplicateOfId_fkey" FOREIGN KEY ("duplicateOfId") REFERENCES "Incident"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Amount" ADD CONSTRAINT "Amount_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Amount" ADD CONSTRAINT "Amount_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OriginClue" ADD CONSTRAINT "OriginClue_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Photo" ADD CONSTRAINT "Photo_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Photo" ADD CONSTRAINT "Photo_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Photo" ADD CONSTRAINT "Photo_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_actionItemId_fkey" FOREIGN KEY ("actionItemId") REFERENCES "ActionItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_ownerGovernmentId_fkey" FOREIGN KEY ("ownerGovernmentId") REFERENCES "Government"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadAudience" ADD CONSTRAINT "ThreadAudience_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadAudience" ADD CONSTRAINT "ThreadAudience_governmentId_fkey" FOREIGN KEY ("governmentId") REFERENCES "Government"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_governmentId_fkey" FOREIGN KEY ("governmentId") REFERENCES "Government"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_onlyGovernmentId_fkey" FOREIGN KEY ("onlyGovernmentId") REFERENCES "Government"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_threadId_seq_fkey" FOREIGN KEY ("threadId", "seq") REFERENCES "Event"("threadId", "seq") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_governmentId_fkey" FOREIGN KEY ("governmentId") REFERENCES "Government"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE SET NULL ON UPDATE CASCADE;
