-- CreateEnum
CREATE TYPE "GlossaryField" AS ENUM ('waste', 'gear', 'place', 'sea', 'institution', 'incident', 'work', 'agreement');

-- CreateEnum
CREATE TYPE "GlossaryWordKind" AS ENUM ('preferred', 'allowed', 'forbidden');

-- CreateEnum
CREATE TYPE "SearchSubject" AS ENUM ('post', 'incident', 'action_item', 'topic', 'government', 'term', 'file');

-- CreateTable
CREATE TABLE "GlossaryTerm" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "field" "GlossaryField" NOT NULL,
    "definitionKo" TEXT NOT NULL DEFAULT '',
    "definitionZh" TEXT NOT NULL DEFAULT '',
    "definitionEn" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "verifiedAt" TIMESTAMPTZ(3),
    "verifierId" UUID,
    "verifierSeatId" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "GlossaryTerm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GlossaryWord" (
    "termId" UUID NOT NULL,
    "language" "Language" NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "GlossaryWordKind" NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "GlossaryWord_pkey" PRIMARY KEY ("termId","language","position")
);

-- CreateTable
CREATE TABLE "GlossaryRevision" (
    "termId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "accountId" UUID,
    "seatId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "GlossaryRevision_pkey" PRIMARY KEY ("termId","revision")
);

-- CreateTable
CREATE TABLE "SearchDocument" (
    "id" UUID NOT NULL,
    "subject" "SearchSubject" NOT NULL,
    "subjectId" TEXT NOT NULL,
    "language" "Language" NOT NULL,
    "isOriginal" BOOLEAN NOT NULL DEFAULT true,
    "threadId" UUID,
    "onlyGovernmentId" TEXT,
    "readers" TEXT[],
    "governmentIds" TEXT[],
    "state" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "tokenizer" TEXT NOT NULL,
    "vector" tsvector NOT NULL,

    CONSTRAINT "SearchDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchJob" (
    "id" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SearchJob_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "GlossaryTerm_key_key" ON "GlossaryTerm"("key");

-- CreateIndex
CREATE INDEX "SearchDocument_vector_idx" ON "SearchDocument" USING GIN ("vector");

-- CreateIndex
CREATE INDEX "SearchDocument_threadId_idx" ON "SearchDocument"("threadId");

-- CreateIndex
CREATE UNIQUE INDEX "SearchDocument_subject_subjectId_language_key" ON "SearchDocument"("subject", "subjectId", "language");

-- AddForeignKey
ALTER TABLE "GlossaryTerm" ADD CONSTRAINT "GlossaryTerm_verifierId_fkey" FOREIGN KEY ("verifierId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GlossaryTerm" ADD CONSTRAINT "GlossaryTerm_verifierSeatId_fkey" FOREIGN KEY ("verifierSeatId") REFERENCES "Seat"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GlossaryWord" ADD CONSTRAINT "GlossaryWord_termId_fkey" FOREIGN KEY ("termId") REFERENCES "GlossaryTerm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GlossaryRevision" ADD CONSTRAINT "GlossaryRevision_termId_fkey" FOREIGN KEY ("termId") REFERENCES "GlossaryTerm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GlossaryRevision" ADD CONSTRAINT "GlossaryRevision_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GlossaryRevision" ADD CONSTRAINT "GlossaryRevision_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SearchDocument" ADD CONSTRAINT "SearchDocument_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;
