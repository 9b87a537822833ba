-- CreateIndex
CREATE INDEX "Thread_visibility_idx" ON "Thread"("visibility");
