-- AlterEnum
ALTER TYPE "TranslationSubject" ADD VALUE 'decision';

-- AlterTable
ALTER TABLE "Photo" ADD COLUMN     "removedInRevision" INTEGER;

-- AlterTable
ALTER TABLE "PostFile" ADD COLUMN     "removedInRevision" INTEGER;

-- AlterTable
ALTER TABLE "Tenure" ADD COLUMN     "lastSeenAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "PostReference" (
    "postId" UUID NOT NULL,
    "number" TEXT NOT NULL,

    CONSTRAINT "PostReference_pkey" PRIMARY KEY ("postId","number")
);

-- CreateIndex
CREATE INDEX "PostReference_number_idx" ON "PostReference"("number");

-- AddForeignKey
ALTER TABLE "PostReference" ADD CONSTRAINT "PostReference_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the posts of before name
INSERT INTO "PostReference" ("postId", "number")
SELECT DISTINCT p.id, found[1]
FROM "Post" p, regexp_matches(p.body, '(?<![A-Za-z0-9_-])(20\d\d-\d{4,6}|A-\d{1,6})(?![A-Za-z0-9_-])', 'g') AS found
WHERE p."deletedAt" IS NULL;
