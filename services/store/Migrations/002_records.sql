CREATE TABLE form_cells (
    form TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    cell_id TEXT NOT NULL,
    section TEXT NOT NULL,
    group_label TEXT NULL,
    row_label TEXT NULL,
    column_label TEXT NOT NULL,
    PRIMARY KEY (form, ordinal)
);

-- One body and year on one site. What its current version says is repeated here for filters and lists.
CREATE TABLE records (
    id {identity},
    record_key TEXT {ordinal} NOT NULL UNIQUE,
    site TEXT NOT NULL,
    authority_key TEXT NULL,
    authority TEXT NULL,
    year INTEGER NULL,
    form TEXT NOT NULL,
    level TEXT NULL,
    region_code TEXT NULL,
    status TEXT NOT NULL,
    confidence DOUBLE PRECISION NOT NULL,
    trust TEXT NOT NULL,
    -- current; source_gone: every document it was read from is gone or holds something else; withdrawn: the same bytes, read anew, no longer give it.
    state TEXT NOT NULL,
    -- The record that this one only repeats on another site.
    copy_of BIGINT NULL REFERENCES records (id),
    current_version_id BIGINT NULL,
    -- JSON array of violated checks across years; null when there is none.
    findings TEXT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
);

CREATE INDEX records_by_authority ON records (authority_key, year);
CREATE INDEX records_by_status ON records (status, confidence);
CREATE INDEX records_by_region ON records (region_code, year);
CREATE INDEX records_by_copy ON records (copy_of) WHERE copy_of IS NOT NULL;

-- Immutable: a new reading adds a row, none is ever changed.
CREATE TABLE record_versions (
    id {identity},
    record_id BIGINT NOT NULL REFERENCES records (id),
    number INTEGER NOT NULL,
    document_id BIGINT NOT NULL REFERENCES documents (id),
    extraction_id BIGINT NOT NULL REFERENCES extractions (id),
    report_hash {blob} NOT NULL,
    values_hash {blob} NOT NULL,
    text_hash {blob} NOT NULL,
    form TEXT NOT NULL,
    year INTEGER NULL,
    authority TEXT NULL,
    title TEXT NULL,
    published TEXT NULL,
    level TEXT NULL,
    region_code TEXT NULL,
    trust TEXT NOT NULL,
    layout TEXT NOT NULL,
    status TEXT NOT NULL,
    confidence DOUBLE PRECISION NOT NULL,
    checks_passed INTEGER NOT NULL,
    -- JSON array of names such as "row_total:granted".
    violations TEXT NOT NULL,
    -- JSON array of numbers and nulls in the order of form_cells.
    cell_values TEXT NOT NULL,
    -- Brotli of JSON: raw texts, confidences, locators, rules and evidence of the cells, section texts, contact, issues. See docs/database.md.
    detail {blob} NOT NULL,
    stored_at TEXT NOT NULL,
    UNIQUE (record_id, number)
);

CREATE TABLE record_sources (
    record_id BIGINT NOT NULL REFERENCES records (id),
    document_id BIGINT NOT NULL REFERENCES documents (id),
    version_id BIGINT NOT NULL REFERENCES record_versions (id),
    -- live; replaced: the document now holds something else; withdrawn: its bytes, read anew, no longer give the record.
    state TEXT NOT NULL,
    PRIMARY KEY (record_id, document_id)
);

CREATE INDEX record_sources_by_document ON record_sources (document_id);
