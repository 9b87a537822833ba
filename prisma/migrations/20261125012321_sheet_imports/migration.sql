-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('draft', 'running', 'done');

-- AlterTable
ALTER TABLE "Incident" ADD COLUMN     "importId" UUID;

-- CreateTable
CREATE TABLE "SheetImport" (
    "id" UUID NOT NULL,
    "governmentId" TEXT NOT NULL,
    "accountId" UUID,
    "seatId" UUID,
    "fileName" TEXT NOT NULL,
    "content" BYTEA,
    "places" BYTEA,
    "mapping" JSONB NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'draft',
    "total" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "alreadyThere" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SheetImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportMapping" (
    "id" UUID NOT NULL,
    "governmentId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ImportMapping_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SheetImport_governmentId_createdAt_idx" ON "SheetImport"("governmentId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ImportMapping_governmentId_name_key" ON "ImportMapping"("governmentId", "name");

-- CreateIndex
CREATE INDEX "Incident_importId_idx" ON "Incident"("importId");

-- AddForeignKey
ALTER TABLE "SheetImport" ADD CONSTRAINT "SheetImport_governmentId_fkey" FOREIGN KEY ("governmentId") REFERENCES "Government"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SheetImport" ADD CONSTRAINT "SheetImport_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SheetImport" ADD CONSTRAINT "SheetImport_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportMapping" ADD CONSTRAINT "ImportMapping_governmentId_fkey" FOREIGN KEY ("governmentId") REFERENCES "Government"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_importId_fkey" FOREIGN KEY ("importId") REFERENCES "SheetImport"("id") ON DELETE SET NULL ON UPDATE CASCADE;
