-- CreateEnum
CREATE TYPE "TopicCategory" AS ENUM ('incidents', 'joint_operations', 'policy', 'science', 'association');

-- AlterTable
ALTER TABLE "Thread" ADD COLUMN     "category" "TopicCategory",
ADD COLUMN     "closedAt" TIMESTAMPTZ(3),
ADD COLUMN     "pinnedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ReadMark" (
    "threadId" UUID NOT NULL,
    "seatId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReadMark_pkey" PRIMARY KEY ("threadId","seatId")
);

-- CreateIndex
CREATE INDEX "ReadMark_seatId_idx" ON "ReadMark"("seatId");

-- AddForeignKey
ALTER TABLE "ReadMark" ADD CONSTRAINT "ReadMark_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadMark" ADD CONSTRAINT "ReadMark_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE CASCADE ON UPDATE CASCADE;
