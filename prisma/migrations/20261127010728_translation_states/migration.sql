-- CreateEnum
CREATE TYPE "JobState" AS ENUM ('waiting', 'failed');

-- CreateEnum
CREATE TYPE "TranslationState" AS ENUM ('pending', 'done', 'failed', 'stale');

-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "translatesFollowed" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Seat" ADD COLUMN     "translator" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Translation" ADD COLUMN     "engine" TEXT,
ADD COLUMN     "engineVersion" TEXT,
ADD COLUMN     "fault" TEXT,
ADD COLUMN     "glossaryVersion" TEXT,
ADD COLUMN     "sourceHash" TEXT,
ADD COLUMN     "state" "TranslationState" NOT NULL DEFAULT 'done',
ADD COLUMN     "terms" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "verifiedAt" TIMESTAMPTZ(3),
ADD COLUMN     "verifiedByAccountId" UUID,
ADD COLUMN     "verifiedBySeatId" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "Job" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "state" "JobState" NOT NULL DEFAULT 'waiting',
    "runAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "leasedUntil" TIMESTAMPTZ(3),
    "lease" UUID,
    "lastFault" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EarlierTranslation" (
    "translationId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "accountId" UUID,
    "seatId" UUID,
    "verifiedAt" TIMESTAMPTZ(3),
    "until" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EarlierTranslation_pkey" PRIMARY KEY ("translationId","version")
);

-- CreateTable
CREATE TABLE "GovernmentEngineRules" (
    "governmentId" TEXT NOT NULL,
    "noForeignCloud" BOOLEAN NOT NULL DEFAULT false,
    "sendsRestricted" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "GovernmentEngineRules_pkey" PRIMARY KEY ("governmentId")
);

-- CreateTable
CREATE TABLE "ThreadEngineRules" (
    "threadId" UUID NOT NULL,
    "noForeignCloud" BOOLEAN NOT NULL DEFAULT false,
    "sendsRestricted" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ThreadEngineRules_pkey" PRIMARY KEY ("threadId")
);

-- CreateTable
CREATE TABLE "EngineSpend" (
    "month" TEXT NOT NULL,
    "governmentId" TEXT NOT NULL,
    "characters" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "EngineSpend_pkey" PRIMARY KEY ("month","governmentId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Job_key_key" ON "Job"("key");

-- CreateIndex
CREATE INDEX "Job_state_runAt_idx" ON "Job"("state", "runAt");

-- CreateIndex
CREATE INDEX "Translation_state_idx" ON "Translation"("state");

-- AddForeignKey
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_verifiedByAccountId_fkey" FOREIGN KEY ("verifiedByAccountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_verifiedBySeatId_fkey" FOREIGN KEY ("verifiedBySeatId") REFERENCES "Seat"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EarlierTranslation" ADD CONSTRAINT "EarlierTranslation_translationId_fkey" FOREIGN KEY ("translationId") REFERENCES "Translation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GovernmentEngineRules" ADD CONSTRAINT "GovernmentEngineRules_governmentId_fkey" FOREIGN KEY ("governmentId") REFERENCES "Government"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadEngineRules" ADD CONSTRAINT "ThreadEngineRules_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;
