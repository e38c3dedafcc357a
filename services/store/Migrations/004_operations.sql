-- Failed fetches by time: what operators watch and what is replayed.
CREATE INDEX fetches_failed ON fetches (fetched_at) WHERE outcome IN ('failed', 'blocked', 'login', 'soft_not_found', 'refused_by_policy');

-- The review list: what is open, the least sure first.
CREATE INDEX records_for_review ON records (confidence, id) WHERE status = 'review' AND copy_of IS NULL AND state <> 'withdrawn';

CREATE INDEX extractions_by_document ON extractions (document_id, fetched_at);

CREATE INDEX record_versions_by_document ON record_versions (document_id);
