-- Snapshots are shown with the facts of their fetch.
CREATE INDEX fetches_by_snapshot ON fetches (snapshot_id) WHERE snapshot_id IS NOT NULL;

-- Failures that a person has given up: they no longer stand among the failures.
CREATE TABLE given_up (
    fetch_id BIGINT NOT NULL PRIMARY KEY REFERENCES fetches (id),
    who TEXT NOT NULL,
    given_up_at TEXT NOT NULL
);

CREATE INDEX fetches_by_time ON fetches (fetched_at);
CREATE INDEX documents_by_source ON documents (source);
