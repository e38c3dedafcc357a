-- The pages count a whole country: from these indexes alone, without the rows and their large columns. Each begins as the one that it replaces.
CREATE INDEX fetches_for_runs ON fetches (run_id, outcome, result);
DROP INDEX IF EXISTS fetches_by_run;

CREATE INDEX fetches_for_failures ON fetches (document_id, fetched_at, outcome);
DROP INDEX IF EXISTS fetches_by_document;

CREATE INDEX fetches_for_rates ON fetches (settled_at, result, result_reason) WHERE settled_at IS NOT NULL;
DROP INDEX IF EXISTS fetches_settled;

CREATE INDEX fetches_by_result ON fetches (result) WHERE result IS NOT NULL;
CREATE INDEX fetches_not_read ON fetches (settled_at, document_id, fetched_at, result, result_reason) WHERE result = 'failed';
CREATE INDEX fetches_not_fetched ON fetches (fetched_at, document_id, outcome, result) WHERE outcome IN ('failed', 'blocked', 'login', 'soft_not_found', 'refused_by_policy');

CREATE INDEX documents_by_outcome ON documents (last_outcome);

-- The list of records in its order, and counts by status and region; each with everything that people filter by and that tells which records count.
CREATE INDEX records_listed ON records (record_key, year, region_code, status, form, authority_key, copy_of, state, current_version_id);

CREATE INDEX records_of_status ON records (status, form, year, region_code, record_key, copy_of, state, current_version_id);
DROP INDEX IF EXISTS records_by_status;

CREATE INDEX records_of_region ON records (region_code, year, status, form, record_key, copy_of, state, current_version_id);
DROP INDEX IF EXISTS records_by_region;

-- When a document last brought new content, for the list of sources: kept here so that it need not be sought among all fetches. A later step fills it.
-- Comes last, because from here on nobody else reads the table until the step is done.
ALTER TABLE documents ADD COLUMN last_content_at TEXT NULL;

CREATE INDEX documents_for_sources ON documents (source, last_outcome, gone_at, last_checked_at, last_content_at);
DROP INDEX IF EXISTS documents_by_source;
