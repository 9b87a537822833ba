-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "ImportState" ADD VALUE 'undoing';
ALTER TYPE "ImportState" ADD VALUE 'undone';

-- AlterTable
ALTER TABLE "SheetImport" ADD COLUMN     "sha256" TEXT,
ADD COLUMN     "undoLanguage" "Language",
ADD COLUMN     "undoReason" TEXT,
ADD COLUMN     "undoneAt" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawn" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Thread" ADD COLUMN     "withdrawnAt" TIMESTAMPTZ(3);
