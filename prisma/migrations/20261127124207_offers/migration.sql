-- CreateEnum
CREATE TYPE "OfferDirection" AS ENUM ('offer', 'request');

-- CreateEnum
CREATE TYPE "Means" AS ENUM ('vessel', 'barge', 'excavator', 'disposal_slot', 'people');

-- CreateTable
CREATE TABLE "Offer" (
    "threadId" UUID NOT NULL,
    "direction" "OfferDirection" NOT NULL,
    "means" "Means" NOT NULL,
    "count" INTEGER,
    "place" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE NOT NULL,
    "governmentId" TEXT NOT NULL,
    "seatId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),
    "actionItemId" UUID,

    CONSTRAINT "Offer_pkey" PRIMARY KEY ("threadId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Offer_actionItemId_key" ON "Offer"("actionItemId");

-- CreateIndex
CREATE INDEX "Offer_until_idx" ON "Offer"("until");

-- AddForeignKey
ALTER TABLE "Offer" ADD CONSTRAINT "Offer_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Offer" ADD CONSTRAINT "Offer_governmentId_fkey" FOREIGN KEY ("governmentId") REFERENCES "Government"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Offer" ADD CONSTRAINT "Offer_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Offer" ADD CONSTRAINT "Offer_actionItemId_fkey" FOREIGN KEY ("actionItemId") REFERENCES "ActionItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;
