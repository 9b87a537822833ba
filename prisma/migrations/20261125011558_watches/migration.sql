-- AlterEnum
ALTER TYPE "NotificationReason" ADD VALUE 'incident_in_watched_area';

-- CreateTable
CREATE TABLE "Watch" (
    "id" UUID NOT NULL,
    "seatId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "radiusM" INTEGER,
    "governmentId" TEXT,
    "clientKey" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Watch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Watch_lat_idx" ON "Watch"("lat");

-- CreateIndex
CREATE INDEX "Watch_governmentId_idx" ON "Watch"("governmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Watch_seatId_clientKey_key" ON "Watch"("seatId", "clientKey");

-- AddForeignKey
ALTER TABLE "Watch" ADD CONSTRAINT "Watch_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Watch" ADD CONSTRAINT "Watch_governmentId_fkey" FOREIGN KEY ("governmentId") REFERENCES "Government"("id") ON DELETE SET NULL ON UPDATE CASCADE;
