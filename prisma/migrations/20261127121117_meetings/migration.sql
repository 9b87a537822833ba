-- AlterEnum
ALTER TYPE "SearchSubject" ADD VALUE 'meeting';

-- AlterEnum
ALTER TYPE "ThreadSubject" ADD VALUE 'meeting';

-- AlterTable
ALTER TABLE "Thread" ADD COLUMN     "titleRevision" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "Meeting" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "threadId" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "firstDay" DATE NOT NULL,
    "lastDay" DATE NOT NULL,
    "previousId" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "frozenAt" TIMESTAMPTZ(3),
    "frozenBySeatId" UUID,
    "record" JSONB,
    "clientKey" UUID,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingHost" (
    "meetingId" UUID NOT NULL,
    "governmentId" TEXT NOT NULL,

    CONSTRAINT "MeetingHost_pkey" PRIMARY KEY ("meetingId","governmentId")
);

-- CreateTable
CREATE TABLE "MeetingParticipant" (
    "meetingId" UUID NOT NULL,
    "seatId" UUID NOT NULL,

    CONSTRAINT "MeetingParticipant_pkey" PRIMARY KEY ("meetingId","seatId")
);

-- CreateTable
CREATE TABLE "AgendaPoint" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT,
    "language" "Language",
    "aboutId" UUID,
    "clientKey" UUID,

    CONSTRAINT "AgendaPoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Minutes" (
    "pointId" UUID NOT NULL,
    "language" "Language" NOT NULL,
    "text" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "seatId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Minutes_pkey" PRIMARY KEY ("pointId","language")
);

-- CreateTable
CREATE TABLE "MinutesRevision" (
    "pointId" UUID NOT NULL,
    "language" "Language" NOT NULL,
    "revision" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "seatId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MinutesRevision_pkey" PRIMARY KEY ("pointId","language","revision")
);

-- CreateTable
CREATE TABLE "Outcome" (
    "id" UUID NOT NULL,
    "pointId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "language" "Language" NOT NULL,
    "actionItemId" UUID,
    "clientKey" UUID,

    CONSTRAINT "Outcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingSignature" (
    "meetingId" UUID NOT NULL,
    "seatId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "governmentId" TEXT NOT NULL,
    "wordsHash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MeetingSignature_pkey" PRIMARY KEY ("meetingId","seatId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_number_key" ON "Meeting"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_threadId_key" ON "Meeting"("threadId");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_clientKey_key" ON "Meeting"("clientKey");

-- CreateIndex
CREATE INDEX "Meeting_firstDay_idx" ON "Meeting"("firstDay");

-- CreateIndex
CREATE UNIQUE INDEX "AgendaPoint_clientKey_key" ON "AgendaPoint"("clientKey");

-- CreateIndex
CREATE INDEX "AgendaPoint_meetingId_position_idx" ON "AgendaPoint"("meetingId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "AgendaPoint_meetingId_aboutId_key" ON "AgendaPoint"("meetingId", "aboutId");

-- CreateIndex
CREATE UNIQUE INDEX "Outcome_actionItemId_key" ON "Outcome"("actionItemId");

-- CreateIndex
CREATE UNIQUE INDEX "Outcome_clientKey_key" ON "Outcome"("clientKey");

-- CreateIndex
CREATE INDEX "Outcome_pointId_position_idx" ON "Outcome"("pointId", "position");

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_previousId_fkey" FOREIGN KEY ("previousId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_frozenBySeatId_fkey" FOREIGN KEY ("frozenBySeatId") REFERENCES "Seat"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingHost" ADD CONSTRAINT "MeetingHost_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingHost" ADD CONSTRAINT "MeetingHost_governmentId_fkey" FOREIGN KEY ("governmentId") REFERENCES "Government"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingParticipant" ADD CONSTRAINT "MeetingParticipant_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingParticipant" ADD CONSTRAINT "MeetingParticipant_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaPoint" ADD CONSTRAINT "AgendaPoint_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaPoint" ADD CONSTRAINT "AgendaPoint_aboutId_fkey" FOREIGN KEY ("aboutId") REFERENCES "Thread"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Minutes" ADD CONSTRAINT "Minutes_pointId_fkey" FOREIGN KEY ("pointId") REFERENCES "AgendaPoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Minutes" ADD CONSTRAINT "Minutes_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Minutes" ADD CONSTRAINT "Minutes_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinutesRevision" ADD CONSTRAINT "MinutesRevision_pointId_language_fkey" FOREIGN KEY ("pointId", "language") REFERENCES "Minutes"("pointId", "language") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinutesRevision" ADD CONSTRAINT "MinutesRevision_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinutesRevision" ADD CONSTRAINT "MinutesRevision_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_pointId_fkey" FOREIGN KEY ("pointId") REFERENCES "AgendaPoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_actionItemId_fkey" FOREIGN KEY ("actionItemId") REFERENCES "ActionItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingSignature" ADD CONSTRAINT "MeetingSignature_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingSignature" ADD CONSTRAINT "MeetingSignature_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingSignature" ADD CONSTRAINT "MeetingSignature_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingSignature" ADD CONSTRAINT "MeetingSignature_governmentId_fkey" FOREIGN KEY ("governmentId") REFERENCES "Government"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
