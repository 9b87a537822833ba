-- CreateEnum
CREATE TYPE "Reaction" AS ENUM ('thanks', 'useful', 'looking_into_it');

-- AlterEnum
ALTER TYPE "NotificationReason" ADD VALUE 'mentioned';

-- AlterTable
ALTER TABLE "Post" ADD COLUMN     "asksToBeAcknowledged" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "deletedAt" TIMESTAMPTZ(3),
ADD COLUMN     "replyToSeq" INTEGER;

-- CreateTable
CREATE TABLE "Decision" (
    "id" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "options" TEXT[],
    "deadline" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "seatId" UUID NOT NULL,
    "outcome" TEXT,
    "outcomeLanguage" "Language",
    "actionItemId" UUID,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DecisionVoice" (
    "decisionId" UUID NOT NULL,
    "governmentId" TEXT NOT NULL,
    "choice" INTEGER,
    "reason" TEXT,
    "reasonLanguage" "Language",
    "seatId" UUID,
    "accountId" UUID,
    "seq" INTEGER,
    "at" TIMESTAMPTZ(3),

    CONSTRAINT "DecisionVoice_pkey" PRIMARY KEY ("decisionId","governmentId")
);

-- CreateTable
CREATE TABLE "PostRevision" (
    "postId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "language" "Language" NOT NULL,
    "body" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PostRevision_pkey" PRIMARY KEY ("postId","revision")
);

-- CreateTable
CREATE TABLE "Acknowledgement" (
    "postId" UUID NOT NULL,
    "seatId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Acknowledgement_pkey" PRIMARY KEY ("postId","seatId")
);

-- CreateTable
CREATE TABLE "PostReaction" (
    "postId" UUID NOT NULL,
    "seatId" UUID NOT NULL,
    "reaction" "Reaction" NOT NULL,
    "seq" INTEGER NOT NULL,

    CONSTRAINT "PostReaction_pkey" PRIMARY KEY ("postId","seatId","reaction")
);

-- CreateIndex
CREATE UNIQUE INDEX "Decision_postId_key" ON "Decision"("postId");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_actionItemId_key" ON "Decision"("actionItemId");

-- CreateIndex
CREATE INDEX "Decision_closedAt_deadline_idx" ON "Decision"("closedAt", "deadline");

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_actionItemId_fkey" FOREIGN KEY ("actionItemId") REFERENCES "ActionItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionVoice" ADD CONSTRAINT "DecisionVoice_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionVoice" ADD CONSTRAINT "DecisionVoice_governmentId_fkey" FOREIGN KEY ("governmentId") REFERENCES "Government"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionVoice" ADD CONSTRAINT "DecisionVoice_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionVoice" ADD CONSTRAINT "DecisionVoice_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostRevision" ADD CONSTRAINT "PostRevision_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostRevision" ADD CONSTRAINT "PostRevision_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Acknowledgement" ADD CONSTRAINT "Acknowledgement_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Acknowledgement" ADD CONSTRAINT "Acknowledgement_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Acknowledgement" ADD CONSTRAINT "Acknowledgement_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostReaction" ADD CONSTRAINT "PostReaction_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostReaction" ADD CONSTRAINT "PostReaction_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
