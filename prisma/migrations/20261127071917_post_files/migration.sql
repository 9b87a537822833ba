-- CreateEnum
CREATE TYPE "FileFormat" AS ENUM ('pdf', 'docx', 'xlsx', 'hwp', 'hwpx', 'csv', 'zip');

-- AlterTable
ALTER TABLE "Photo" ADD COLUMN     "postId" UUID;

-- CreateTable
CREATE TABLE "PostFile" (
    "id" UUID NOT NULL,
    "accountId" UUID,
    "postId" UUID,
    "position" INTEGER NOT NULL DEFAULT 0,
    "name" TEXT NOT NULL,
    "format" "FileFormat" NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PostFile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PostFile_postId_idx" ON "PostFile"("postId");

-- CreateIndex
CREATE INDEX "PostFile_accountId_idx" ON "PostFile"("accountId");

-- CreateIndex
CREATE INDEX "Photo_postId_idx" ON "Photo"("postId");

-- AddForeignKey
ALTER TABLE "Photo" ADD CONSTRAINT "Photo_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostFile" ADD CONSTRAINT "PostFile_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostFile" ADD CONSTRAINT "PostFile_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;
