-- AlterTable
ALTER TABLE "Post" ADD COLUMN     "movedToSeq" INTEGER,
ADD COLUMN     "movedToThreadId" UUID;
