-- AlterEnum
ALTER TYPE "OriginEvidence" ADD VALUE 'survey_record';
