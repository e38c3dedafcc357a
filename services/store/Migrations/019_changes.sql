-- The feed of changes begins at an instant.
CREATE INDEX records_by_change ON records (updated_at);
CREATE INDEX cell_reviews_by_time ON cell_reviews (reviewed_at);
-- The check of snapshots names an address for each.
CREATE INDEX extractions_by_snapshot ON extractions (snapshot_id);
