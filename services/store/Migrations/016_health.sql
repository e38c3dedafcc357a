-- What each crawl came to at each source of its plan, told at its end: also of sources that have no document.
CREATE TABLE source_runs (
    source TEXT NOT NULL,
    run_id BIGINT NOT NULL REFERENCES crawl_runs (id),
    requests BIGINT NOT NULL,
    -- Documents that answered, and those believed to stand because it was not their turn.
    found BIGINT NOT NULL,
    resting BIGINT NOT NULL,
    -- The most that an earlier crawl found.
    expected BIGINT NOT NULL,
    failed BIGINT NOT NULL,
    reason TEXT NULL,
    -- JSON array of lines.
    alarms TEXT NOT NULL,
    is_latest INTEGER NOT NULL,
    PRIMARY KEY (source, run_id)
);

CREATE INDEX source_runs_latest ON source_runs (source) WHERE is_latest = 1;

-- Addresses without a usable answer: all else that a site says is a fact about it, and no failure.
CREATE INDEX fetches_unanswered ON fetches (fetched_at, document_id, outcome, result) WHERE outcome IN ('failed', 'robots_unreachable');

-- When the address last answered with content, and since when it fails. Null in rows of older versions: what else the row knows is taken then.
ALTER TABLE documents ADD COLUMN last_answer_at TEXT NULL;
ALTER TABLE documents ADD COLUMN failing_since TEXT NULL;

CREATE INDEX documents_of_sources ON documents (source, last_outcome, gone_at, last_checked_at, last_content_at, last_answer_at, failing_since);
DROP INDEX IF EXISTS documents_for_sources;
DROP INDEX IF EXISTS fetches_not_fetched;
