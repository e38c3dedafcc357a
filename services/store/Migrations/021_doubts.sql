-- What is in doubt in a version of a record, worked out once for each, because a version never changes: groups and orders of the review queue are made from it.
CREATE TABLE version_doubts (
    version_id BIGINT NOT NULL,
    cell_id TEXT NOT NULL,
    -- A code that cells of other records share: the rule and the signs against it, or the kind of the broken sum.
    cause TEXT NOT NULL,
    PRIMARY KEY (version_id, cell_id)
);

CREATE TABLE doubted_versions (
    version_id BIGINT NOT NULL PRIMARY KEY,
    doubts INTEGER NOT NULL,
    -- The largest number in doubt; 0 where all are blank.
    largest DOUBLE PRECISION NOT NULL,
    -- Number of the rules by which it was worked out.
    rules INTEGER NOT NULL
);

-- One decision about cells of many records.
CREATE TABLE review_steps (
    id {identity},
    step_key TEXT NOT NULL UNIQUE,
    reviewer TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    cause TEXT NOT NULL,
    grouped_by TEXT NOT NULL,
    scope TEXT NOT NULL,
    verdict TEXT NOT NULL,
    reason TEXT NULL,
    cells INTEGER NOT NULL,
    records INTEGER NOT NULL,
    finished INTEGER NOT NULL,
    undone_by TEXT NULL,
    undone_at TEXT NULL
);

ALTER TABLE cell_reviews ADD COLUMN step_id BIGINT NULL;
ALTER TABLE record_reviews ADD COLUMN step_id BIGINT NULL;

CREATE INDEX cell_reviews_by_step ON cell_reviews (step_id) WHERE step_id IS NOT NULL;
CREATE INDEX record_reviews_by_step ON record_reviews (step_id) WHERE step_id IS NOT NULL;
