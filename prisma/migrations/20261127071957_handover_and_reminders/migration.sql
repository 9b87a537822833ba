-- CreateEnum
CREATE TYPE "HandoverState" AS ENUM ('open', 'accepted', 'returned');

-- AlterTable
ALTER TABLE "Commitment" ADD COLUMN     "snoozedUntil" DATE;

-- CreateTable
CREATE TABLE "DueReminder" (
    "commitmentId" UUID NOT NULL,
    "dueOn" DATE NOT NULL,
    "days" INTEGER NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DueReminder_pkey" PRIMARY KEY ("commitmentId","dueOn","days")
);

-- CreateTable
CREATE TABLE "Handover" (
    "id" UUID NOT NULL,
    "seatId" UUID NOT NULL,
    "tenureId" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "alarmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Handover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HandoverItem" (
    "handoverId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "note" TEXT,
    "noteLanguage" "Language",
    "state" "HandoverState" NOT NULL DEFAULT 'open',
    "reason" TEXT,
    "reasonLanguage" "Language",
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "HandoverItem_pkey" PRIMARY KEY ("handoverId","threadId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Handover_tenureId_key" ON "Handover"("tenureId");

-- CreateIndex
CREATE INDEX "Handover_seatId_startedAt_idx" ON "Handover"("seatId", "startedAt");

-- AddForeignKey
ALTER TABLE "DueReminder" ADD CONSTRAINT "DueReminder_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_tenureId_fkey" FOREIGN KEY ("tenureId") REFERENCES "Tenure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandoverItem" ADD CONSTRAINT "HandoverItem_handoverId_fkey" FOREIGN KEY ("handoverId") REFERENCES "Handover"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandoverItem" ADD CONSTRAINT "HandoverItem_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;
