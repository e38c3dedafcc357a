-- Who the records are about. Filled by comparing all names, whenever records have changed; ids stay with the records that they had.
CREATE TABLE bodies (
    id {identity},
    -- Place and organ, such as "330302|民政局".
    body_key TEXT {ordinal} NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    is_vertical INTEGER NOT NULL,
    region_code TEXT NULL,
    -- The government that counts its report in its own.
    government_id BIGINT NULL,
    -- JSON arrays: sites; why its names are one body.
    sites TEXT NOT NULL,
    evidence TEXT NOT NULL,
    confidence DOUBLE PRECISION NOT NULL,
    first_year INTEGER NULL,
    last_year INTEGER NULL,
    -- As the user's own file says; null where it does not.
    first_expected INTEGER NULL,
    last_expected INTEGER NULL,
    declared_id TEXT NULL,
    reports INTEGER NOT NULL,
    -- The body that has its records now; null while it has some itself.
    became_id BIGINT NULL
);

CREATE INDEX bodies_by_government ON bodies (government_id);
CREATE INDEX bodies_by_region ON bodies (region_code);

-- Every name that reports print, with all of them in the form that is compared.
CREATE TABLE body_names (
    body_id BIGINT NOT NULL,
    name_key TEXT {ordinal} NOT NULL,
    name TEXT NOT NULL,
    first_year INTEGER NOT NULL,
    last_year INTEGER NOT NULL,
    PRIMARY KEY (body_id, name_key)
);

ALTER TABLE records ADD COLUMN body_id BIGINT NULL;

CREATE INDEX records_by_body ON records (body_id, year) WHERE body_id IS NOT NULL;

-- Two bodies that may be one.
CREATE TABLE body_questions (
    id {identity},
    left_site TEXT NOT NULL,
    left_key TEXT NOT NULL,
    right_site TEXT NOT NULL,
    right_key TEXT NOT NULL,
    left_id BIGINT NOT NULL,
    right_id BIGINT NOT NULL,
    evidence TEXT NOT NULL,
    confidence DOUBLE PRECISION NOT NULL,
    UNIQUE (left_site, left_key, right_site, right_key)
);

-- What people decided: by names and sites, so that it holds for all records. Immutable; the latest about two names stands.
CREATE TABLE body_decisions (
    id {identity},
    left_site TEXT NOT NULL,
    left_key TEXT NOT NULL,
    right_site TEXT NOT NULL,
    right_key TEXT NOT NULL,
    is_same INTEGER NOT NULL,
    reviewer TEXT NOT NULL,
    decided_at TEXT NOT NULL
);

-- The user's own file, a body a row, as JSON.
CREATE TABLE declared_bodies (
    declared_id TEXT NOT NULL PRIMARY KEY,
    body TEXT NOT NULL
);

-- What comparing reports over years and levels shows. It changes no value.
CREATE TABLE findings (
    id {identity},
    finding_key TEXT {ordinal} NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    outcome TEXT NOT NULL,
    body_id BIGINT NOT NULL,
    year INTEGER NOT NULL,
    check_name TEXT NOT NULL,
    cause TEXT NULL,
    -- JSON arrays: ids of records; cells with both sides; ids of bodies.
    records TEXT NOT NULL,
    cells TEXT NOT NULL,
    suspects TEXT NOT NULL,
    missing TEXT NOT NULL,
    found_at TEXT NOT NULL
);

CREATE INDEX findings_by_body ON findings (body_id, year);
CREATE INDEX findings_listed ON findings (kind, outcome, id);

-- What the last run over all records saw, so that the next does nothing where nothing has changed.
CREATE TABLE body_runs (
    id INTEGER NOT NULL PRIMARY KEY,
    seen TEXT NOT NULL,
    ran_at TEXT NOT NULL
);
