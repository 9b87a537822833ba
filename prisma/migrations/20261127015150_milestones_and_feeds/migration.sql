-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "beforeAfter" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "disposalSite" TEXT,
ADD COLUMN     "disposedOn" DATE,
ADD COLUMN     "slipNumber" TEXT;

-- CreateTable
CREATE TABLE "Milestone" (
    "id" UUID NOT NULL,
    "actionItemId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "language" "Language" NOT NULL,
    "weight" INTEGER NOT NULL DEFAULT 1,
    "dueOn" DATE,
    "reachedAt" TIMESTAMPTZ(3),
    "reachedGovernmentId" TEXT,
    "clientKey" UUID,

    CONSTRAINT "Milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "seatId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("seatId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Milestone_clientKey_key" ON "Milestone"("clientKey");

-- CreateIndex
CREATE INDEX "Milestone_actionItemId_position_idx" ON "Milestone"("actionItemId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_tokenHash_key" ON "CalendarFeed"("tokenHash");

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_actionItemId_fkey" FOREIGN KEY ("actionItemId") REFERENCES "ActionItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_reachedGovernmentId_fkey" FOREIGN KEY ("reachedGovernmentId") REFERENCES "Government"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE CASCADE ON UPDATE CASCADE;
