-- A person asked for a document to be read again and it could not be: the record of its last good reading stands, and the failure shows beside it.
ALTER TABLE fetches ADD COLUMN reread_failed_at TEXT NULL;
ALTER TABLE fetches ADD COLUMN reread_reason TEXT NULL;
ALTER TABLE fetches ADD COLUMN reread_detail TEXT NULL;

CREATE INDEX fetches_reread_failed ON fetches (reread_failed_at) WHERE reread_failed_at IS NOT NULL;

CREATE INDEX reextractions_running ON reextractions (requested_at) WHERE ended_at IS NULL;
