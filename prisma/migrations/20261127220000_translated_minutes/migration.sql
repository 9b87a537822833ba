-- AlterEnum
ALTER TYPE "TranslationField" ADD VALUE 'options';

-- AlterEnum
ALTER TYPE "TranslationSubject" ADD VALUE 'milestone';
ALTER TYPE "TranslationSubject" ADD VALUE 'agenda_point';
ALTER TYPE "TranslationSubject" ADD VALUE 'minutes';
ALTER TYPE "TranslationSubject" ADD VALUE 'outcome';

-- AlterTable
ALTER TABLE "Decision" ADD COLUMN "optionsLanguage" "Language";

-- AlterTable
ALTER TABLE "Minutes" ADD COLUMN "id" UUID NOT NULL DEFAULT gen_random_uuid();

-- AlterTable
ALTER TABLE "Outcome" ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 1;

-- CreateIndex
CREATE UNIQUE INDEX "Minutes_id_key" ON "Minutes"("id");
