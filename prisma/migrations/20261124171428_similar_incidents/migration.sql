-- CreateIndex
CREATE INDEX "Incident_kind_lat_idx" ON "Incident"("kind", "lat");

-- CreateIndex
CREATE INDEX "Observation_lat_idx" ON "Observation"("lat");
