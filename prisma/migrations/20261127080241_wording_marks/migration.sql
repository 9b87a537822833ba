-- CreateTable
CREATE TABLE "WordingMark" (
    "id" UUID NOT NULL,
    "commitmentId" UUID NOT NULL,
    "language" "Language" NOT NULL,
    "revision" INTEGER NOT NULL,
    "wordingHash" TEXT NOT NULL,
    "seatId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "WordingMark_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "WordingMark_commitmentId_endedAt_idx" ON "WordingMark"("commitmentId", "endedAt");

-- AddForeignKey
ALTER TABLE "WordingMark" ADD CONSTRAINT "WordingMark_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WordingMark" ADD CONSTRAINT "WordingMark_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WordingMark" ADD CONSTRAINT "WordingMark_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
