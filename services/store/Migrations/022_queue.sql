-- Who has a record open at the review desk, so that two do not do the same work: it ends by itself, and stops nobody.
CREATE TABLE record_locks (
    record_id BIGINT NOT NULL PRIMARY KEY REFERENCES records (id),
    holder TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT NOT NULL
);

-- Whose work a waiting record is.
CREATE TABLE record_assignments (
    record_id BIGINT NOT NULL PRIMARY KEY REFERENCES records (id),
    assignee TEXT NOT NULL,
    assigned_by TEXT NOT NULL,
    assigned_at TEXT NOT NULL
);

-- Records that a person passed by, and why: they leave that person's queue until the time is over.
CREATE TABLE record_skips (
    record_id BIGINT NOT NULL REFERENCES records (id),
    reviewer TEXT NOT NULL,
    reason TEXT NOT NULL,
    skipped_at TEXT NOT NULL,
    until TEXT NOT NULL,
    PRIMARY KEY (record_id, reviewer)
);

-- Cells of accepted records, drawn at random each week, and what reviewers said of each without seeing each other's word.
CREATE TABLE audit_cells (
    id {identity},
    week TEXT NOT NULL,
    record_id BIGINT NOT NULL REFERENCES records (id),
    version_id BIGINT NOT NULL REFERENCES record_versions (id),
    cell_id TEXT NOT NULL,
    UNIQUE (week, record_id)
);

CREATE TABLE audit_answers (
    audit_cell_id BIGINT NOT NULL REFERENCES audit_cells (id),
    reviewer TEXT NOT NULL,
    is_right INTEGER NOT NULL,
    answered_at TEXT NOT NULL,
    PRIMARY KEY (audit_cell_id, reviewer)
);
