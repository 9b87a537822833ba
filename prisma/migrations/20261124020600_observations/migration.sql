-- AlterTable
ALTER TABLE "Amount" ADD COLUMN     "observationId" UUID;

-- AlterTable
ALTER TABLE "Incident" ADD COLUMN     "coarseForPublic" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Photo" ADD COLUMN     "observationId" UUID;

-- CreateTable
CREATE TABLE "Observation" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "lat" DOUBLE PRECISION NOT NULL,
    "lon" DOUBLE PRECISION NOT NULL,
    "note" TEXT NOT NULL,
    "language" "Language" NOT NULL,
    "accountId" UUID,
    "seatId" UUID,
    "governmentId" TEXT NOT NULL,
    "clientKey" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Observation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Observation_incidentId_seenAt_idx" ON "Observation"("incidentId", "seenAt");

-- CreateIndex
CREATE UNIQUE INDEX "Observation_accountId_clientKey_key" ON "Observation"("accountId", "clientKey");

-- CreateIndex
CREATE INDEX "Amount_observationId_idx" ON "Amount"("observationId");

-- CreateIndex
CREATE INDEX "Photo_observationId_idx" ON "Photo"("observationId");

-- AddForeignKey
ALTER TABLE "Amount" ADD CONSTRAINT "Amount_observationId_fkey" FOREIGN KEY ("observationId") REFERENCES "Observation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Photo" ADD CONSTRAINT "Photo_observationId_fkey" FOREIGN KEY ("observationId") REFERENCES "Observation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Observation" ADD CONSTRAINT "Observation_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Observation" ADD CONSTRAINT "Observation_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Observation" ADD CONSTRAINT "Observation_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Observation" ADD CONSTRAINT "Observation_governmentId_fkey" FOREIGN KEY ("governmentId") REFERENCES "Government"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
