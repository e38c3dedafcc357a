-- What people decided about single cells. Immutable: a new decision adds a row, and the highest number of a cell stands.
CREATE TABLE cell_reviews (
    id {identity},
    record_id BIGINT NOT NULL REFERENCES records (id),
    cell_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    -- The version that the person looked at; what the machine read in it is kept beside the decision.
    version_id BIGINT NOT NULL REFERENCES record_versions (id),
    -- confirmed; corrected; publisher_mistake: read as printed, but the page itself is wrong; reopened: the decision before no longer stands.
    verdict TEXT NOT NULL,
    -- The number on the page as the person reads it; null for a blank.
    value TEXT NULL,
    machine_value TEXT NULL,
    machine_confidence DOUBLE PRECISION NOT NULL,
    reason TEXT NULL,
    reviewer TEXT NOT NULL,
    reviewed_at TEXT NOT NULL,
    UNIQUE (record_id, cell_id, number)
);

-- Records that a person has finished with: they leave the queue until their source changes.
CREATE TABLE record_reviews (
    id {identity},
    record_id BIGINT NOT NULL REFERENCES records (id),
    version_id BIGINT NOT NULL REFERENCES record_versions (id),
    reviewer TEXT NOT NULL,
    reviewed_at TEXT NOT NULL
);

CREATE INDEX record_reviews_by_record ON record_reviews (record_id);

-- Who changed what through the pages and the API.
CREATE TABLE audit_log (
    id {identity},
    happened_at TEXT NOT NULL,
    who TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NULL
);

-- Documents that a person asked to be read again.
CREATE TABLE reextractions (
    id {identity},
    request_key TEXT NOT NULL UNIQUE,
    url TEXT NOT NULL,
    refetch INTEGER NOT NULL,
    requested_by TEXT NOT NULL,
    requested_at TEXT NOT NULL,
    -- JSON array of the record versions that the document showed before.
    versions_before TEXT NOT NULL,
    ended_at TEXT NULL,
    problem TEXT NULL
);
