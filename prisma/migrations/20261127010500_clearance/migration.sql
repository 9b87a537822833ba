-- CreateEnum
CREATE TYPE "ClearanceState" AS ENUM ('waiting', 'granted', 'returned', 'not_needed');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "CommitmentState" ADD VALUE 'withdrawn';
ALTER TYPE "CommitmentState" ADD VALUE 'fulfilled';
ALTER TYPE "CommitmentState" ADD VALUE 'not_fulfilled';

-- AlterEnum
ALTER TYPE "TranslationSubject" ADD VALUE 'commitment';

-- AlterTable
ALTER TABLE "Commitment" ADD COLUMN     "dueOn" DATE,
ADD COLUMN     "grade" "Grade" NOT NULL DEFAULT 'intention',
ADD COLUMN     "id" UUID NOT NULL DEFAULT gen_random_uuid(),
ADD COLUMN     "language" "Language",
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "reasonLanguage" "Language",
ADD COLUMN     "text" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Seat" ADD COLUMN     "answersUpTo" "Grade";

-- CreateTable
CREATE TABLE "ClearanceStep" (
    "id" UUID NOT NULL,
    "commitmentId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "authorityKo" TEXT NOT NULL,
    "authorityZh" TEXT NOT NULL,
    "authorityEn" TEXT NOT NULL,
    "state" "ClearanceState" NOT NULL DEFAULT 'waiting',
    "documentNumber" TEXT,
    "note" TEXT,
    "askedOn" DATE,
    "expectedOn" DATE,
    "answeredOn" DATE,
    "wordingHash" TEXT,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ClearanceStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClearanceTemplateStep" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "country" "Country" NOT NULL,
    "grade" "Grade" NOT NULL,
    "position" INTEGER NOT NULL,
    "authorityKo" TEXT NOT NULL,
    "authorityZh" TEXT NOT NULL,
    "authorityEn" TEXT NOT NULL,
    "forProvince" BOOLEAN NOT NULL DEFAULT false,
    "forCity" BOOLEAN NOT NULL DEFAULT false,
    "forCounty" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ClearanceTemplateStep_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ClearanceStep_commitmentId_position_idx" ON "ClearanceStep"("commitmentId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "ClearanceTemplateStep_country_grade_position_key" ON "ClearanceTemplateStep"("country", "grade", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Commitment_id_key" ON "Commitment"("id");

-- AddForeignKey
ALTER TABLE "ClearanceStep" ADD CONSTRAINT "ClearanceStep_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Until now the item's grade was everybody's.
UPDATE "Commitment" SET "grade" = "ActionItem"."grade" FROM "ActionItem" WHERE "ActionItem"."id" = "Commitment"."actionItemId";

-- The ladders to start with. The secretariat edits them.
INSERT INTO "ClearanceTemplateStep" ("country", "grade", "position", "authorityKo", "authorityZh", "authorityEn", "forProvince", "forCity", "forCounty") VALUES
  ('CN', 'agreed', 0, '시 외사판공실', '市人民政府外事办公室', 'City foreign-affairs office', false, true, true),
  ('CN', 'agreed', 1, '시 인민정부', '市人民政府', 'City government', false, true, true),
  ('CN', 'agreed', 2, '성 외사판공실', '省人民政府外事办公室', 'Provincial foreign-affairs office', true, true, true),
  ('CN', 'formal', 0, '시 외사판공실', '市人民政府外事办公室', 'City foreign-affairs office', false, true, true),
  ('CN', 'formal', 1, '시 인민정부', '市人民政府', 'City government', false, true, true),
  ('CN', 'formal', 2, '성 외사판공실', '省人民政府外事办公室', 'Provincial foreign-affairs office', true, true, true),
  ('CN', 'formal', 3, '중국인민대외우호협회', '中国人民对外友好协会', 'National friendship association', true, true, true),
  ('KR', 'agreed', 0, '국제협력 부서 협의', '国际合作部门会签', 'International cooperation division', true, true, true),
  ('KR', 'formal', 0, '국제협력 부서 협의', '国际合作部门会签', 'International cooperation division', true, true, true),
  ('KR', 'formal', 1, '시·도 국제협력 부서', '市道国际合作部门', 'International division of the province', false, true, true),
  ('KR', 'formal', 2, '외교부 의견 조회', '征询外交部意见', 'Opinion of the Ministry of Foreign Affairs', true, true, true);
