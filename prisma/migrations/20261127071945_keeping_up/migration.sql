-- CreateEnum
CREATE TYPE "MailRhythm" AS ENUM ('hourly', 'daily', 'off');

-- CreateEnum
CREATE TYPE "MailKind" AS ENUM ('at_once', 'digest');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('waiting', 'sending', 'sent', 'needless', 'failed', 'uncertain');

-- CreateEnum
CREATE TYPE "KeepUpLevel" AS ENUM ('watching', 'normal', 'muted');

-- CreateEnum
CREATE TYPE "Section" AS ENUM ('incident', 'action_item', 'topic', 'incidents', 'joint_operations', 'policy', 'science', 'association');

-- AlterEnum


ALTER TYPE "NotificationReason" ADD VALUE 'acknowledgement_asked';
ALTER TYPE "NotificationReason" ADD VALUE 'hazard';

-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "mailRhythm" "MailRhythm" NOT NULL DEFAULT 'daily',
ADD COLUMN     "mailsAtOnce" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "Mail" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "seatId" UUID NOT NULL,
    "kind" "MailKind" NOT NULL,
    "state" "MailState" NOT NULL DEFAULT 'waiting',
    "messageId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "beganAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "fault" TEXT,

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailItem" (
    "accountId" UUID NOT NULL,
    "notificationId" UUID NOT NULL,
    "mailId" UUID NOT NULL,

    CONSTRAINT "MailItem_pkey" PRIMARY KEY ("accountId","notificationId")
);

-- CreateTable
CREATE TABLE "GovernmentNoticeRules" (
    "governmentId" TEXT NOT NULL,
    "withoutContent" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "GovernmentNoticeRules_pkey" PRIMARY KEY ("governmentId")
);

-- CreateTable
CREATE TABLE "PushDevice" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PushDevice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VapidKeys" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "publicKey" TEXT NOT NULL,
    "privateKey" TEXT NOT NULL,

    CONSTRAINT "VapidKeys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ThreadLevel" (
    "threadId" UUID NOT NULL,
    "seatId" UUID NOT NULL,
    "level" "KeepUpLevel" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ThreadLevel_pkey" PRIMARY KEY ("threadId","seatId")
);

-- CreateTable
CREATE TABLE "SectionLevel" (
    "seatId" UUID NOT NULL,
    "section" "Section" NOT NULL,
    "level" "KeepUpLevel" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SectionLevel_pkey" PRIMARY KEY ("seatId","section")
);

-- CreateIndex
CREATE UNIQUE INDEX "Mail_messageId_key" ON "Mail"("messageId");

-- CreateIndex
CREATE INDEX "Mail_accountId_createdAt_idx" ON "Mail"("accountId", "createdAt");

-- CreateIndex
CREATE INDEX "MailItem_mailId_idx" ON "MailItem"("mailId");

-- CreateIndex
CREATE UNIQUE INDEX "PushDevice_endpoint_key" ON "PushDevice"("endpoint");

-- CreateIndex
CREATE INDEX "PushDevice_sessionId_idx" ON "PushDevice"("sessionId");

-- CreateIndex
CREATE INDEX "SectionLevel_section_level_idx" ON "SectionLevel"("section", "level");

-- CreateIndex
CREATE INDEX "Notification_readAt_at_idx" ON "Notification"("readAt", "at");

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MailItem" ADD CONSTRAINT "MailItem_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "Mail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MailItem" ADD CONSTRAINT "MailItem_notificationId_fkey" FOREIGN KEY ("notificationId") REFERENCES "Notification"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GovernmentNoticeRules" ADD CONSTRAINT "GovernmentNoticeRules_governmentId_fkey" FOREIGN KEY ("governmentId") REFERENCES "Government"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PushDevice" ADD CONSTRAINT "PushDevice_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadLevel" ADD CONSTRAINT "ThreadLevel_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadLevel" ADD CONSTRAINT "ThreadLevel_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SectionLevel" ADD CONSTRAINT "SectionLevel_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE CASCADE ON UPDATE CASCADE;
