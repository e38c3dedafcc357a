-- The feed of changes begins at an instant. Databases that met this step under another number have the indexes.
CREATE INDEX IF NOT EXISTS records_by_change ON records (updated_at);
CREATE INDEX IF NOT EXISTS cell_reviews_by_time ON cell_reviews (reviewed_at);
-- The check of snapshots names an address for each.
CREATE INDEX IF NOT EXISTS extractions_by_snapshot ON extractions (snapshot_id);
