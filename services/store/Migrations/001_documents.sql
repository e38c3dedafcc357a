-- Times are UTC text such as 2026-11-21T18:20:22.123Z on both engines: readable, and in order when sorted as text.

CREATE TABLE crawl_runs (
    id {identity},
    run_key TEXT NOT NULL UNIQUE,
    cause TEXT NOT NULL,
    started_at TEXT NOT NULL,
    -- Start of the crawl that this run belongs to: its own, or that of the interrupted run which it resumes.
    crawl_at TEXT NOT NULL,
    ended_at TEXT NULL
);

-- Counts of an ended run. Its 'unchanged' checks are kept only here and on the documents.
CREATE TABLE crawl_run_counts (
    run_id BIGINT NOT NULL REFERENCES crawl_runs (id),
    outcome TEXT NOT NULL,
    fetches BIGINT NOT NULL,
    PRIMARY KEY (run_id, outcome)
);

CREATE TABLE documents (
    id {identity},
    url TEXT {ordinal} NOT NULL UNIQUE,
    site TEXT NOT NULL,
    source TEXT NOT NULL,
    listed_host INTEGER NOT NULL,
    referrer TEXT NULL,
    first_seen_at TEXT NOT NULL,
    last_checked_at TEXT NOT NULL,
    last_outcome TEXT NOT NULL,
    last_run_id BIGINT NOT NULL REFERENCES crawl_runs (id),
    gone_at TEXT NULL
);

CREATE INDEX documents_by_referrer ON documents (referrer) WHERE referrer IS NOT NULL;

CREATE INDEX documents_by_run ON documents (last_run_id);

CREATE TABLE snapshots (
    id {identity},
    sha256 {blob} NOT NULL UNIQUE,
    first_fetched_at TEXT NOT NULL
);

CREATE TABLE fetches (
    id {identity},
    fetch_key TEXT NOT NULL UNIQUE,
    run_id BIGINT NOT NULL REFERENCES crawl_runs (id),
    document_id BIGINT NOT NULL REFERENCES documents (id),
    fetched_at TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT NULL,
    snapshot_id BIGINT NULL REFERENCES snapshots (id),
    -- Brotli of the fetch facts as JSON: addresses, status, headers, redirects.
    facts {blob} NOT NULL,
    -- Not null as long as the fetch waits for its result: when to send it again.
    next_attempt_at TEXT NULL,
    attempts INTEGER NOT NULL,
    settled_at TEXT NULL,
    result TEXT NULL,
    result_reason TEXT NULL,
    result_detail TEXT NULL
);

CREATE INDEX fetches_pending ON fetches (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX fetches_settled ON fetches (settled_at) WHERE settled_at IS NOT NULL;
CREATE INDEX fetches_by_document ON fetches (document_id, fetched_at);
CREATE INDEX fetches_by_run ON fetches (run_id);

CREATE TABLE extractions (
    id {identity},
    document_id BIGINT NOT NULL REFERENCES documents (id),
    snapshot_id BIGINT NOT NULL REFERENCES snapshots (id),
    extractor TEXT NOT NULL,
    reader TEXT NOT NULL,
    media_type TEXT NOT NULL,
    media_type_basis TEXT NOT NULL,
    charset TEXT NULL,
    charset_basis TEXT NULL,
    outcome TEXT NOT NULL,
    reason TEXT NULL,
    detail TEXT NULL,
    -- Latest fetch that delivered this snapshot at this address.
    fetched_at TEXT NOT NULL,
    -- Start of the crawl that first delivered it.
    crawl_at TEXT NOT NULL,
    stored_at TEXT NOT NULL,
    -- JSON array of the record versions that it yielded, in the document's order.
    version_ids TEXT NOT NULL,
    UNIQUE (document_id, snapshot_id, extractor)
);
