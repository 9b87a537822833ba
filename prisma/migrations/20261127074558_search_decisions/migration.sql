-- AlterEnum
ALTER TYPE "SearchSubject" ADD VALUE 'decision';

-- What stood in the index as a post and is a proposal is taken in anew as one
DELETE FROM "SearchDocument" WHERE subject = 'post' AND "subjectId" IN (SELECT "postId"::text FROM "Decision");
